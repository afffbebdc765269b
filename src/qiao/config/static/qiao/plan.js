/* The time line of a mission: a visit is dragged to another hour or day, and held there. Keys: p plans, a adds.
   Whoever does not drag uses the form beside each visit, which posts the same. */

const STEP = 15; // minutes

function token() {
  return JSON.parse(document.body.getAttribute("hx-headers") || "{}")["X-CSRFToken"];
}

function post(address, fields) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = address;
  for (const [name, value] of Object.entries({ csrfmiddlewaretoken: token(), ...fields })) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}

function clock(minutes) {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

function watch(svg) {
  const hour = Number(svg.dataset.hour);
  const column = Number(svg.dataset.column);
  const days = [...svg.querySelectorAll("g[data-day]")].map((group) => group.dataset.day);
  for (const stop of svg.querySelectorAll(".stop[data-move]")) {
    let from = null;
    let moved = { days: 0, minutes: 0 };
    stop.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      from = { x: event.clientX, y: event.clientY };
      stop.setPointerCapture(event.pointerId);
    });
    stop.addEventListener("pointermove", (event) => {
      if (!from) return;
      const across = Math.round((event.clientX - from.x) / column);
      const down = Math.round(((event.clientY - from.y) / hour) * (60 / STEP)) * STEP;
      if (!across && !down && !stop.classList.contains("dragging")) return;
      stop.classList.add("dragging");
      moved = { days: across, minutes: down };
      stop.setAttribute("transform", `translate(${across * column} ${(down / 60) * hour})`);
      const start = Number(stop.dataset.start) + down;
      stop.querySelector("small").textContent = clock(Math.min(Math.max(start, 0), 1439));
    });
    stop.addEventListener("pointerup", () => {
      const dragged = stop.classList.contains("dragging");
      from = null;
      if (!dragged) return;
      const first = Number(svg.querySelector("rect.day").getAttribute("x"));
      const index = Math.floor((Number(stop.getAttribute("x")) - first) / column) + moved.days;
      const start = Number(stop.dataset.start) + moved.minutes;
      if (index < 0 || index >= days.length || start < 0 || start > 1439) {
        location.reload();
        return;
      }
      post(stop.dataset.move, { day: days[index], start: clock(start) });
    });
    stop.addEventListener("click", (event) => {
      if (stop.classList.contains("dragging")) event.preventDefault();
    }, true);
    stop.addEventListener("dragstart", (event) => event.preventDefault());
  }
}

document.querySelectorAll("svg.timeline").forEach(watch);

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  const wanted = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!wanted) return;
  event.preventDefault();
  if (wanted.matches("input")) wanted.focus();
  else wanted.click();
});
