/* What every page can do with JavaScript and does without it more slowly: search by key, menus that close, the panel. */

const NARROW = matchMedia("(max-width: 700px)");
const panel = document.getElementById("panel");
const home = { url: location.href, opener: null };

function isTyping(target) {
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
}

/* --- menus --- */
function closeMenus(except) {
  const open = [...document.querySelectorAll("details.menu[open]")].filter((menu) => menu !== except);
  for (const menu of open) menu.open = false;
  return open;
}

document.addEventListener("click", (event) => closeMenus(event.target.closest("details.menu")));
document.addEventListener("focusin", (event) => closeMenus(event.target.closest("details.menu")));

/* --- notices --- */
for (const close of document.querySelectorAll(".notices [data-close]")) {
  close.hidden = false;
  close.addEventListener("click", () => close.closest("li").remove());
}

/* --- the panel: a link with data-panel opens beside the page, and is a page of its own without JavaScript --- */
function isPlain(event) {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

function mark(opener) {
  for (const link of document.querySelectorAll("[data-panel][aria-current]")) link.removeAttribute("aria-current");
  opener?.setAttribute("aria-current", "true");
}

async function fill(url) {
  await window.htmx.ajax("GET", url, { target: "#panel", swap: "innerHTML" });
  panel.scrollTop = 0;
  panel.focus({ preventScroll: true });
}

async function openPanel(link) {
  home.opener = link;
  const push = history.state?.panel ? "replaceState" : "pushState";
  history[push]({ panel: link.href }, "", link.href);
  mark(link);
  await fill(link.href);
}

function emptyPanel() {
  panel.replaceChildren();
  mark(null);
  home.opener?.focus();
}

function closePanel() {
  if (history.state?.panel) history.back();
  else emptyPanel();
}

document.addEventListener("click", (event) => {
  if (!panel || !window.htmx) return;
  const closer = event.target.closest("[data-close-panel]");
  if (closer) {
    event.preventDefault();
    closePanel();
    return;
  }
  const link = event.target.closest("a[data-panel]");
  if (!link || !isPlain(event) || NARROW.matches) return;
  event.preventDefault();
  openPanel(link);
});

addEventListener("popstate", (event) => {
  if (event.state?.htmx) return;
  if (event.state?.panel && panel) fill(event.state.panel);
  else if (location.href.split("#")[0] === home.url.split("#")[0] && panel) emptyPanel();
  else if (panel?.firstElementChild) location.reload();
});

/* --- keys --- */
document.addEventListener("keydown", (event) => {
  const search = document.querySelector(".search input");
  const asks = (event.key === "/" && !isTyping(event.target)) || (event.key === "k" && (event.ctrlKey || event.metaKey));
  if (asks && search) {
    event.preventDefault();
    search.focus();
    search.select();
  }
  if (event.key !== "Escape") return;
  const [menu] = closeMenus();
  if (menu) menu.querySelector("summary").focus();
  else if (event.target === search) search.blur();
  else if (panel?.firstElementChild && !isTyping(event.target)) closePanel();
});
