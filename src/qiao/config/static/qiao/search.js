/* The list under the search box: HTMX fills it as one types; here are the keys that walk through it. */

const box = document.querySelector(".search input");
const list = document.querySelector(".search .found");
let chosen = null;

function options() {
  return [...list.querySelectorAll("[role=option]")];
}

function choose(option) {
  chosen?.setAttribute("aria-selected", "false");
  chosen = option ?? null;
  chosen?.setAttribute("aria-selected", "true");
  chosen?.scrollIntoView({ block: "nearest" });
  if (chosen) box.setAttribute("aria-activedescendant", chosen.id);
  else box.removeAttribute("aria-activedescendant");
}

function show(isShown) {
  list.hidden = !isShown || !list.firstElementChild;
  box.setAttribute("aria-expanded", String(!list.hidden));
  if (list.hidden) choose(null);
}

function step(by) {
  const all = options();
  if (!all.length) return;
  const at = all.indexOf(chosen) + by;
  choose(at < 0 ? (by < 0 && chosen ? null : all.at(-1)) : all[at]);
}

function onKey(event) {
  if (event.isComposing) return;
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by) {
    event.preventDefault();
    show(true);
    step(chosen || by > 0 ? by : -1);
  } else if (event.key === "Enter" && chosen && !list.hidden) {
    event.preventDefault();
    location.assign(chosen.href);
  } else if (event.key === "Escape" && !list.hidden) {
    event.stopPropagation();
    event.preventDefault();
    show(false);
  }
}

if (box && list) {
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");
  box.addEventListener("keydown", onKey);
  box.addEventListener("focus", () => show(true));
  list.addEventListener("htmx:afterSwap", () => {
    choose(null);
    show(document.activeElement === box);
  });
  box.form.addEventListener("focusout", (event) => {
    if (!box.form.contains(event.relatedTarget)) show(false);
  });
}
