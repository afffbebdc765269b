/* Bringing a table by dropping it on the page. The form works without this: choose a file. */

const form = document.querySelector("form[data-bring]");

if (form) {
  const zone = form.querySelector("[data-drop]");
  const file = form.elements.file;
  zone.classList.add("scripted");
  file.addEventListener("change", () => {
    zone.querySelector("[data-chosen]").textContent = [...file.files].map((each) => each.name).join(" · ");
  });
  let depth = 0;
  addEventListener("dragenter", () => {
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
    if (!event.dataTransfer.files.length) return;
    file.files = event.dataTransfer.files;
    file.dispatchEvent(new Event("change"));
    const audience = form.elements.audience;  // where there are circles, somebody says who may see it
    if (audience && audience.options.length > 1) audience.focus();
    else if (form.reportValidity()) form.requestSubmit();
  });
}
