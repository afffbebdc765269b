/* Verdicts by keyboard. Without it every verdict is a button and the next pair a link. */

const twins = document.querySelector("[data-twins]");
const help = document.getElementById("keys");

function press(selector, within = document) {
  within.querySelector(selector)?.click();
}

const KEYS = {
  s: () => press('[data-key="s"]', twins),
  d: () => press('[data-key="d"]', twins),
  u: () => press('[data-key="u"]', twins),
  k: () => press('[data-key="k"]', twins),
  ArrowRight: () => press('[data-key="k"]', twins),
  z: () => press(".notices form button"),
  "?": () => help?.showModal(),
};

function isBusy(target) {
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName) || help?.open;
}

/* One verdict for each pair: a key held down does not judge the next one unseen. */
let judged = false;

if (twins) {
  document.addEventListener("keydown", (event) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.repeat || isBusy(event.target)) return;
    if (event.key === "ArrowRight" && event.target.closest(".beside-frame")) return;
    const act = KEYS[event.key.length === 1 && !event.shiftKey ? event.key.toLowerCase() : event.key];
    if (!act || judged) return;
    event.preventDefault();
    judged = event.key !== "?";
    act();
    setTimeout(() => { judged = false; }, 3000);
  });
  for (const form of twins.querySelectorAll("form")) form.addEventListener("submit", () => { judged = true; });
}
