/* A place on the page that takes files dropped anywhere; it shows their names and hands on what was let go. */

export function watchDrop(zone, file, taken) {
  for (const hint of zone.querySelectorAll("[data-js]")) hint.hidden = false;
  zone.classList.add("scripted");
  file.addEventListener("change", () => {
    zone.querySelector("[data-chosen]").textContent = [...file.files].map((each) => each.name).join(" · ");
  });
  let depth = 0;
  addEventListener("dragenter", (event) => {
    if (!event.dataTransfer) return;
    depth += 1;
    zone.classList.add("over");
  });
  addEventListener("dragleave", () => {
    depth -= 1;
    if (depth <= 0) zone.classList.remove("over");
  });
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    depth = 0;
    zone.classList.remove("over");
    taken(event.dataTransfer);
  });
}

/* What is dropped goes at once where nothing is left to choose; where there are circles, somebody says who may see it. */
export function bringFiles(form, audience, files) {
  if (!files.length) return false;
  form.elements.file.files = files;
  form.elements.file.dispatchEvent(new Event("change"));
  if (audience && audience.options.length > 1) audience.focus();
  else if (form.reportValidity()) form.requestSubmit();
  return true;
}
