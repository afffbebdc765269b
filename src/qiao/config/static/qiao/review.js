/* The review page by keyboard, and the tie between the text and its facts. Without it every fact is a link and every
   decision a button. */

const desk = document.querySelector("[data-desk]");
const text = desk?.querySelector(".reading");
const pane = desk?.querySelector(".pane");
const NARROW = matchMedia("(max-width: 700px)"); // the open fact is a sheet over the text
const help = document.getElementById("keys");
const rows = () => [...pane.querySelectorAll(".entry")];
const row = (number) => document.getElementById(`fact-${number}`);
const opened = () => pane.querySelector(".entry.opened");

function numbersOf(stretch) {
  return `${stretch.dataset.mark} ${stretch.dataset.layer}`.split(" ").filter(Boolean);
}

function stretchesOf(number) {
  return text.querySelectorAll(`[data-mark="${number}"], [data-layer~="${number}"]`);
}

/* --- what is decided shows in the text --- */
function stateOf(number) {
  return row(number)?.dataset.state ?? "waiting";
}

function paint(stretch) {
  const { mark, layer } = stretch.dataset;
  if (mark) {
    const state = stateOf(mark);
    stretch.classList.toggle("done", state === "accepted");
    stretch.classList.toggle("no", state === "refused");
  }
  if (stretch.classList.contains("under")) {
    const states = layer.split(" ").filter(Boolean).map(stateOf);
    stretch.classList.toggle("under-done", states.every((state) => state !== "waiting"));
    stretch.classList.toggle("under-no", states.every((state) => state === "refused"));
  }
}

function paintAll() {
  for (const stretch of text.querySelectorAll("[data-mark]")) paint(stretch);
}

/* --- the open fact --- */
function showHere(number, scroll) {
  for (const old of text.querySelectorAll(".here")) old.classList.remove("here");
  const stretches = [...stretchesOf(number)];
  for (const stretch of stretches) stretch.classList.add("here");
  const first = stretches[0];
  if (!first || !scroll) return;
  const { top, bottom } = first.getBoundingClientRect();
  if (scroll !== "always" && top >= 110 && bottom <= floor()) return;
  if (NARROW.matches) scrollBy(0, top - 120);
  else first.scrollIntoView({ block: "center" });
}

/* Below this line the text is covered: by the keys, or on a phone by the open fact. */
function floor() {
  const sheet = NARROW.matches && opened()?.querySelector(".box");
  return (sheet ? sheet.getBoundingClientRect().top : innerHeight - 58) - 12;
}

function keepInPane(item) {
  if (NARROW.matches) return;
  if (getComputedStyle(pane).overflowY !== "auto") {
    item.scrollIntoView({ block: "nearest" });
    return;
  }
  const inside = item.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  const foot = document.querySelector(".footkeys")?.offsetHeight ?? 0;
  const bottom = Math.min(frame.bottom, innerHeight - foot);
  if (inside.top < frame.top) pane.scrollTop += inside.top - frame.top - 8;
  else if (inside.bottom > bottom) pane.scrollTop += inside.bottom - bottom + 8;
}

function close(item) {
  item.classList.remove("opened");
  item.querySelector(".box")?.remove();
}

/* A button that was replaced by its own answer hands the focus to its successor. */
let pressed = null;

function remember(event) {
  const form = event.target.closest?.("form");
  pressed = form && { action: form.getAttribute("action"), value: document.activeElement?.value ?? "" };
}

function refocus() {
  if (!pressed || document.activeElement !== document.body) return;
  const buttons = [...document.querySelectorAll("form button")].filter((one) => one.form.getAttribute("action") === pressed.action);
  (buttons.find((one) => one.value === pressed.value) ?? buttons[0])?.focus({ preventScroll: true });
}

/* After any answer of the server: one fact is open, its words are marked, and the keyboard stands on it. */
function settle() {
  const all = [...pane.querySelectorAll(".entry.opened")];
  const fresh = all.find((item) => item.dataset.settled !== "yes");
  paintAll();
  if (!fresh) {
    if (!all.length) showHere(0);
    refocus();
    return;
  }
  for (const item of all) if (item !== fresh) close(item);
  fresh.dataset.settled = "yes";
  showHere(fresh.dataset.number, "if needed");
  keepInPane(fresh);
  fresh.querySelector(".box")?.focus({ preventScroll: true });
  const address = new URL(location.href);
  address.searchParams.set("fact", fresh.dataset.number);
  address.hash = "";
  history.replaceState(history.state, "", address);
}

function open(number) {
  const item = row(number);
  if (!item) return;
  if (item.classList.contains("opened")) {
    showHere(number, "if needed");
    keepInPane(item);
    item.querySelector(".box")?.focus({ preventScroll: true });
    return;
  }
  const link = item.querySelector("a[hx-get]");
  window.htmx.ajax("GET", link.getAttribute("hx-get"), { target: item, swap: "outerHTML", source: link });
}

function step(by) {
  const all = rows();
  const at = all.indexOf(opened());
  const to = at < 0 && by < 0 ? all.length - 1 : at + by;
  if (all[to]) open(all[to].dataset.number);
  else press(by > 0 ? ".parts [rel=next]" : ".parts [rel=prev]");
}

/* --- hovering ties both --- */
function tie(numbers, on) {
  for (const number of numbers) {
    row(number)?.classList.toggle("tied", on);
    for (const stretch of stretchesOf(number)) stretch.classList.toggle("tied", on);
  }
}

function watchHover() {
  let tied = [];
  desk.addEventListener("pointerover", (event) => {
    const stretch = event.target.closest("[data-mark]");
    const item = event.target.closest(".entry");
    const said = event.target.closest("[data-fact]");
    tie(tied, false);
    tied = stretch ? numbersOf(stretch) : item ? [item.dataset.number] : said ? [said.dataset.fact] : [];
    tie(tied, true);
  });
  desk.addEventListener("pointerleave", () => {
    tie(tied, false);
    tied = [];
  });
}

function watchClicks() {
  document.addEventListener("click", (event) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const away = event.target.closest("[data-away]");
    if (away && opened()) {
      event.preventDefault();
      close(opened());
      showHere(0);
      return;
    }
    const shown = event.target.closest("[data-show]");
    if (shown && opened()) {
      event.preventDefault();
      showHere(opened().dataset.number, "always");
      return;
    }
    const stretch = event.target.closest("[data-mark]");
    const said = event.target.closest("a[data-fact]");
    const number = stretch ? numbersOf(stretch)[0] : said?.dataset.fact;
    if (!number || !row(number)) return;
    event.preventDefault();
    open(number);
  });
}

/* --- keys --- */
let contradiction = -1;

function nextContradiction() {
  const all = [...document.querySelectorAll("[data-contradiction]")];
  if (!all.length) return;
  contradiction = (contradiction + 1) % all.length;
  for (const one of all) one.classList.toggle("tied", one === all[contradiction]);
  keepInPane(all[contradiction]);
  const said = all[contradiction].querySelector("a[data-fact]");
  if (said) {
    said.focus({ preventScroll: true });
    showHere(said.dataset.fact, "if needed");
  }
}

function press(selector, within = document) {
  within.querySelector(selector)?.click();
}

/* A key pressed while an answer is on its way means the fact that will then be open, not the one open now. */
const queued = [];
let busy = false;
let settling = false;

function work(act) {
  if (busy) queued.push(act);
  else act();
}

function drain() {
  busy = false;
  while (!busy && queued.length) queued.shift()();
}

/* One answer settles in many places; the page is put in order once, when the last of them has. */
function settleOnce() {
  if (settling) return;
  settling = true;
  setTimeout(() => {
    settling = false;
    settle();
    drain();
  });
}

function watchAnswers() {
  document.addEventListener("htmx:beforeRequest", (event) => {
    busy = true;
    remember(event);
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful) return;
    queued.length = 0;
    busy = false;
    const told = document.createElement("p");
    told.textContent = desk.dataset.failed;
    document.getElementById("said").replaceChildren(told);
  });
  document.addEventListener("htmx:afterSettle", settleOnce);
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  a: () => press('.box [data-key="a"]'),
  e: () => press('.box [data-key="e"]'),
  r: () => press('.box [data-key="r"]'),
  u: () => press("#recent [data-undo]"),
  n: nextContradiction,
  A: () => press("[data-group]", opened()?.closest(".group") ?? document.createElement("div")),
  "?": () => help?.showModal(),
  " ": () => opened() && showHere(opened().dataset.number, "always"),
};

function isBusy(target) {
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName) || help?.open;
}

function watchKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.metaKey || event.ctrlKey || event.altKey || isBusy(event.target)) return;
    if (event.key === " " && event.target.closest("button, a, summary")) return;
    const key = event.key.length === 1 && !event.shiftKey ? event.key.toLowerCase() : event.key;
    const act = KEYS[key];
    if (!act) return;
    event.preventDefault();
    work(act);
  });
}

if (desk && text && pane) {
  watchHover();
  watchClicks();
  watchKeys();
  watchAnswers();
  for (const stretch of text.querySelectorAll("a[data-mark]")) stretch.tabIndex = -1;
  if (NARROW.matches && opened() && !location.search.includes("fact=")) close(opened());
  if (opened()) {
    opened().dataset.settled = "yes";
    showHere(opened().dataset.number, NARROW.matches && "if needed");
    if (location.search.includes("fact=")) keepInPane(opened());
  }
}

/* --- correcting: words picked in the sentence are the new words of the fact --- */
const sentence = document.querySelector("[data-pick]");
const words = document.getElementById("id_words");
if (sentence && words) {
  document.addEventListener("selectionchange", () => {
    const picked = getSelection();
    if (!picked.isCollapsed && sentence.contains(picked.anchorNode) && sentence.contains(picked.focusNode)) words.value = picked.toString();
  });
}
