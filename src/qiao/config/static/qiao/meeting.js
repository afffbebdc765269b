/* Entering a meeting: days by one touch, and a draft that outlives a lost page (kept in this browser alone, dropped
   when the form is sent). Promises: arrows move from row to row, d keeps, p postpones. */

for (const promise of document.querySelectorAll(".promise")) {
  const soon = promise.querySelector(".soon");
  soon.hidden = false;
  for (const chip of soon.querySelectorAll("[data-day]")) {
    chip.addEventListener("click", () => {
      promise.querySelector("[name=p_due]").value = chip.dataset.day;
    });
  }
}

const form = document.querySelector("form[data-draft]");
if (form) {
  const key = `qiao:draft:${location.pathname}${location.search}`;
  const kept = () => [...form.querySelectorAll("textarea, input[name=p_text], input[name=place]")];
  try {
    const draft = JSON.parse(localStorage.getItem(key) || "[]");
    kept().forEach((field, at) => {
      if (!field.value && draft[at]) field.value = draft[at];
    });
    form.addEventListener("input", () => {
      localStorage.setItem(key, JSON.stringify(kept().map((field) => field.value)));
    });
    form.addEventListener("submit", (event) => {
      if (!event.submitter || !event.submitter.name) localStorage.removeItem(key);
    });
  } catch {
    // Without storage there is no draft; the form works all the same.
  }
}

const rows = [...document.querySelectorAll("tr[data-row]")];
document.addEventListener("keydown", (event) => {
  if (!rows.length || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select")) return;
  const at = rows.indexOf(document.activeElement);
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    rows[Math.min(Math.max(at + (event.key === "ArrowDown" ? 1 : -1), 0), rows.length - 1)].focus();
  } else if (at >= 0 && /^[a-z]$/.test(event.key)) {
    const wanted = rows[at].querySelector(`[data-row-key="${event.key}"]`);
    if (wanted) {
      event.preventDefault();
      wanted.click();
    }
  }
});
