/* Bringing documents by dropping or pasting. The form works without this: choose files, or open the text field. */

import { bringFiles, watchDrop } from "./drop.js";

const form = document.querySelector("form[data-upload]");

function isTyping(target) {
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
}

function bring(files) {
  return bringFiles(form, form.elements.circle, files);
}

function bringText(text) {
  if (!text.trim()) return false;
  const paste = form.querySelector("details.paste");
  paste.open = true;
  form.elements.text.value = text;
  form.elements.title.focus();
  return true;
}

function watchPaste() {
  addEventListener("paste", (event) => {
    if (isTyping(event.target)) return;
    const taken = bring(event.clipboardData.files) || bringText(event.clipboardData.getData("text/plain"));
    if (taken) event.preventDefault();
  });
}

/* A large file shows how far it has come; a small one is there before anybody looks. */
function watchSending() {
  let sent = false;
  addEventListener("pageshow", () => { sent = false; });
  form.addEventListener("submit", (event) => {
    if (sent) {
      event.preventDefault();
      return;
    }
    sent = true;
    const files = [...form.elements.file.files];
    const bytes = files.reduce((sum, file) => sum + file.size, 0);
    if (bytes < 1_000_000) return;
    event.preventDefault();
    const bar = form.querySelector("progress.sending");
    bar.hidden = false;
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", (sent) => {
      if (sent.lengthComputable) bar.value = (100 * sent.loaded) / sent.total;
    });
    const giveUp = (sentences) => {
      bar.hidden = true;
      sent = false;
      const told = form.querySelector("[data-told]");
      told.replaceChildren(...sentences.map((sentence) => Object.assign(document.createElement("p"), { textContent: sentence })));
      told.hidden = !sentences.length;
    };
    request.addEventListener("load", () => {
      if (request.status === 201) location.assign(request.getResponseHeader("Location"));
      else giveUp(request.response?.errors ?? [form.dataset.failed]);
    });
    request.addEventListener("error", () => giveUp([form.dataset.failed]));
    request.send(new FormData(form));
  });
}

if (form) {
  watchDrop(form.querySelector("[data-drop]"), form.elements.file, (data) => {
    if (!bring(data.files)) bringText(data.getData("text/plain"));
  });
  watchPaste();
  watchSending();
}
