/* Bringing a table by dropping it on the page. The form works without this: choose a file. */

import { bringFiles, watchDrop } from "./drop.js";

const form = document.querySelector("form[data-bring]");

if (form) {
  watchDrop(form.querySelector("[data-drop]"), form.elements.file, (data) => {
    bringFiles(form, form.elements.audience, data.files);
  });
}
