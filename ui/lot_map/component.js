// Draws the Lot once from its outlines, then only changes shades, circles, words and what is put forward.
let outlines; // one fetch per tab, whatever the number of maps

export default function ({ data, parentElement, setTriggerValue }) {
  const figure = parentElement.querySelector(".map");
  const frame = figure.querySelector(".frame");
  frame.style.aspectRatio = data.ratio;
  figure.classList.toggle("for-room", data.isForRoom);
  figure.style.maxWidth = data.isForRoom ? `calc((100dvh - 15.5rem) * ${data.ratio})` : "";
  outlines ||= fetch(data.paths).then((answer) => answer.json());
  figure.lotData = data;
  figure.lotPick = (epci) => setTriggerValue("picked", { epci: epci === figure.lotData.selected ? null : epci });
  outlines.then((lot) => {
    figure.lotParts ||= build(figure, frame, lot);
    update(figure, lot);
  }).catch(() => { outlines = undefined; frame.textContent = "La carte n'a pas pu être chargée."; });
}

function build(figure, frame, lot) {
  const svg = make("svg", { class: "lot", viewBox: `0 0 ${lot.width} ${lot.height}`, role: "group" });
  const hatch = make("pattern", { id: "hatch", class: "hatch", width: 7, height: 7, patternUnits: "userSpaceOnUse" }, make("defs", {}, svg));
  make("rect", { width: 7, height: 7 }, hatch);
  make("path", { d: "M-1 8L8-1M-1 1L1-1M6 8L8 6" }, hatch);
  const areas = make("g", {}, svg), land = make("g", {}, svg), borders = make("g", {}, svg);
  const parts = { svg, areas: {}, communes: {}, epcis: {}, names: {}, circles: make("g", {}, svg) };
  for (const c of lot.communes) {
    const far = c.code.startsWith("46") ? "" : " far";
    parts.communes[c.code] = make("path", { class: `commune${far}`, d: c.d, "data-commune": c.code, "data-epci": c.epci }, land);
  }
  for (const kind of ["bassins", "epcis"]) for (const a of lot[kind]) {
    parts.areas[a.code] = make("path", { class: `area of-${kind}`, d: a.d, "data-area": a.code, ...(kind === "epcis" && { "data-epci": a.code }) }, areas);
  }
  for (const e of lot.epcis) parts.epcis[e.code] = make("path", { class: "epci", d: e.d, "data-target": e.code }, borders);
  make("path", { class: "departement", d: lot.departement }, svg);
  parts.chosen = make("path", { class: "chosen" }, svg);
  parts.focused = make("path", { class: "focused" }, svg);
  svg.append(parts.circles);
  parts.pointed = make("path", { class: "pointed" }, svg);
  parts.towns = make("g", { "aria-hidden": "true" }, svg);
  parts.labels = make("g", { "aria-hidden": "true" }, svg);
  frame.append(svg);
  listen(figure, frame, lot, parts);
  new ResizeObserver(() => plan(figure, lot, parts)).observe(frame);
  document.fonts?.ready.then(() => plan(figure, lot, parts));
  return parts;
}

function listen(figure, frame, lot, parts) {
  const tip = frame.querySelector(".tip");
  const communes = Object.fromEntries(lot.communes.map((c) => [c.code, c]));
  const places = Object.fromEntries([...lot.bassins, ...lot.epcis].map((a) => [a.code, a]));
  const show = (x, y, lines) => {
    tip.replaceChildren(...lines.filter(Boolean).map((line, i) => Object.assign(document.createElement(["b", "span", "small"][i]), { textContent: line })));
    tip.hidden = false;
    const room = frame.clientWidth - tip.offsetWidth;
    tip.style.left = `${Math.max(0, Math.min(x - tip.offsetWidth / 2, room))}px`;
    tip.style.top = `${y > tip.offsetHeight + 16 ? y - tip.offsetHeight - 14 : y + 18}px`;
  };
  const hide = () => { tip.hidden = true; parts.pointed.removeAttribute("d"); };
  const point = (event) => {
    const shape = event.target.closest?.("[data-commune],[data-area]");
    if (!shape) return hide();
    const box = frame.getBoundingClientRect();
    const { commune, area, epci } = shape.dataset, layer = figure.lotData.layer;
    const place = layer.level === "epcis" ? places[epci] : commune ? communes[commune] : places[area];
    parts.pointed.setAttribute("d", place.d);
    show(event.clientX - box.left, event.clientY - box.top,
      [place.name, words(layer, place.code), layer.level === "communes" && about(layer, places[place.epci])]);
  };
  parts.svg.addEventListener("pointermove", point);
  parts.svg.addEventListener("pointerleave", hide);
  parts.svg.addEventListener("click", (event) => {
    point(event);
    const epci = event.target.closest?.("[data-epci]")?.dataset.epci;
    if (epci && figure.lotData.canPick) figure.lotPick(epci);
  });
  parts.svg.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
    const epci = event.target.dataset?.target;
    if (!epci || !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    figure.lotPick(epci);
  });
  parts.svg.addEventListener("focusin", (event) => {
    const place = places[event.target.dataset?.target];
    if (!place || !event.target.matches(":focus-visible")) return;
    parts.focused.setAttribute("d", place.d);
    const k = frame.clientWidth / lot.width;
    show(place.x * k, place.y * k, [place.name, epciWords(figure.lotData.layer, place.code)]);
  });
  parts.svg.addEventListener("focusout", () => { parts.focused.removeAttribute("d"); hide(); });
}

const words = (layer, code) => (layer.items[code] || layer.absent)[1];
const epciWords = (layer, code) => (layer.level === "epcis" ? words(layer, code) : layer.epciWords[code] || "");
const about = (layer, epci) => epci.name + (layer.epciWords[epci.code] ? ` : ${layer.epciWords[epci.code]}` : "");

function update(figure, lot) {
  const { layer, selected, canPick } = figure.lotData, parts = figure.lotParts;
  parts.svg.setAttribute("class", `lot ${layer.level} of-${layer.kind}${canPick ? " can-pick" : ""}${layer.level === "communes" ? "" : " areas-filled"}`);
  parts.svg.setAttribute("aria-label", layer.summary);
  const isRate = layer.kind === "rate";
  const paint = (shape, code) => {
    const [mark] = layer.items[code] || layer.absent;
    const shade = mark ? `fill:var(--lot-rate-${mark})` : "fill:var(--lot-land)";
    shape.setAttribute("style", mark === -1 ? "fill:url(#hatch)" : isRate ? shade : "");
  };
  for (const c of lot.communes) {
    const shape = parts.communes[c.code];
    if (layer.level === "communes") paint(shape, c.code); else shape.removeAttribute("style");
    shape.classList.toggle("is-faded", !!selected && c.epci !== selected);
  }
  for (const code in parts.areas) {
    const shape = parts.areas[code], isShown = shape.classList.contains(`of-${layer.level}`);
    shape.style.display = isShown ? "" : "none";
    if (!isShown) continue;
    paint(shape, code);
    if (!isRate && !shape.style.fill) shape.style.fill = "var(--lot-land)";
    shape.classList.toggle("is-faded", !!selected && layer.level === "epcis" && code !== selected);
  }
  for (const e of lot.epcis) {
    const shape = parts.epcis[e.code], told = epciWords(layer, e.code);
    if (!canPick) { for (const name of ["tabindex", "role", "aria-label", "aria-pressed"]) shape.removeAttribute(name); continue; }
    for (const [name, value] of [["tabindex", 0], ["role", "button"], ["aria-label", told ? `${e.name} : ${told}` : e.name], ["aria-pressed", e.code === selected]]) shape.setAttribute(name, value);
  }
  const chosen = lot.epcis.find((e) => e.code === selected);
  if (chosen) parts.chosen.setAttribute("d", chosen.d); else parts.chosen.removeAttribute("d");
  draw(parts, lot, layer, selected);
  plan(figure, lot, parts);
}

// Shapes and circles are seen first; names follow in the next frame, once whatever asked for them.
function plan(figure, lot, parts) {
  cancelAnimationFrame(parts.planned);
  parts.planned = requestAnimationFrame(() => place(figure, lot, parts));
}

function draw(parts, lot, layer, selected) {
  const kept = new Set();
  if (layer.kind === "count") {
    const inOrder = lot[layer.level].filter((p) => (layer.items[p.code]?.[0] || 0) > 0);
    for (const p of inOrder.sort((a, b) => layer.items[b.code][0] - layer.items[a.code][0])) {
      const id = `c${p.code}`, r = layer.items[p.code][0];
      const circle = parts.circles.querySelector(`[data-id=${id}]`) || make("circle", { class: "circle", "data-id": id }, parts.circles);
      for (const [name, value] of [["cx", p.x], ["cy", p.y], ["r", r]]) circle.setAttribute(name, value);
      const epci = layer.level === "communes" ? p.epci : layer.level === "epcis" ? p.code : selected;
      circle.classList.toggle("is-faded", !!selected && epci !== selected);
      kept.add(id);
    }
  }
  for (const circle of [...parts.circles.children]) if (!kept.has(circle.dataset.id)) circle.remove();
}
