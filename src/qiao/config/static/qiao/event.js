/* An event: one key marks an invitee, arrows walk through boxes, a button prints. Without script the same buttons are
   there to be clicked. */

const MARKS = { i: "invited", a: "accepted", d: "declined", c: "came", x: "absent" };

function isTyping(target) {
  return target.closest("input:not([type=checkbox]), textarea, select");
}

function rows() {
  return [...document.querySelectorAll("[data-invitee]")];
}

function current() {
  return document.activeElement?.closest("[data-invitee]");
}

function step(by) {
  const all = rows();
  if (!all.length) return;
  const at = all.indexOf(current());
  const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

function mark(status) {
  const row = current();
  const button = row?.querySelector(`button[value="${status}"]`);
  if (!button) return false;
  button.click();
  return true;
}

/* The row that comes back in place of the marked one takes the focus; marking goes on where it was. */
let wasOn = "";
document.addEventListener("htmx:beforeRequest", (event) => {
  wasOn = event.target.closest("[data-invitee]")?.id ?? "";
});
document.addEventListener("htmx:afterSettle", () => {
  if (wasOn) document.getElementById(wasOn)?.focus({ preventScroll: true });
  wasOn = "";
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (event.key === "j" || event.key === "k") {
    step(event.key === "j" ? 1 : -1);
    event.preventDefault();
  } else if (MARKS[event.key] && mark(MARKS[event.key])) {
    event.preventDefault();
  } else {
    const wanted = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!wanted) return;
    event.preventDefault();
    if (wanted.matches("input")) wanted.focus();
    else wanted.click();
  }
});

/* Boxes of a grid */
const ARROWS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
document.querySelector(".ticks")?.addEventListener("keydown", (event) => {
  const way = ARROWS[event.key];
  const cell = event.target.closest("td");
  if (!way || !cell) return;
  const line = cell.parentElement;
  const other = way[0] ? (way[0] > 0 ? line.nextElementSibling : line.previousElementSibling) : line;
  const box = other?.children[cell.cellIndex + way[1]]?.querySelector("[type=checkbox]");
  if (!box) return;
  event.preventDefault();
  box.focus();
});

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
