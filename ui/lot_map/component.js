// Draws the Lot once from its outlines, then only changes shades, circles, words and what is put forward.
const SPACE = "http://www.w3.org/2000/svg";
let outlines; // one fetch per tab, whatever the number of maps

export default function ({ data, parentElement, setTriggerValue }) {
  const figure = parentElement.querySelector(".map");
  const frame = figure.querySelector(".frame");
  frame.style.aspectRatio = data.ratio;
  figure.style.maxWidth = data.height ? `${Math.round(data.height * data.ratio)}px` : "";
  outlines ||= fetch(data.paths).then((answer) => answer.json());
  figure.lotData = data;
  figure.lotPick = (epci) => setTriggerValue("picked", { epci: epci === figure.lotData.selected ? null : epci });
  outlines.then((lot) => {
    figure.lotParts ||= build(figure, frame, lot);
    update(figure, lot);
  }).catch(() => { outlines = undefined; frame.textContent = "La carte n'a pas pu être chargée."; });
}

function make(name, attributes, parent) {
  const element = document.createElementNS(SPACE, name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  parent?.append(element);
  return element;
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
  new ResizeObserver(() => place(figure, lot, parts)).observe(frame);
  document.fonts?.ready.then(() => place(figure, lot, parts));
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
    shape.setAttribute("style", mark === -1 ? "fill:url(#hatch)" : isRate && mark ? `fill:var(--lot-rate-${mark})` : "");
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
  place(figure, lot, parts);
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

// Names, each at the first free place near its point; a town that finds none is left out.
function place(figure, lot, parts) {
  const width = parts.svg.clientWidth || parts.svg.getBoundingClientRect().width;
  if (!width) return;
  const { layer } = figure.lotData, k = lot.width / width, isNarrow = width < 480, size = (isNarrow ? 11.5 : 13.5) * k;
  for (const circle of parts.circles.children) {
    const item = layer.items[circle.dataset.id.slice(1)];
    if (item) circle.setAttribute("r", Math.max(item[0], 2.2 * k));
  }
  const discs = [...parts.circles.children].map((c) => ["cx", "cy", "r"].map((name) => +c.getAttribute(name)));
  const taken = [];
  parts.labels.replaceChildren();
  parts.towns.replaceChildren();
  const areas = layer.level === "bassins" ? lot.bassins : lot.epcis;
  for (const area of areas) nameArea(area, layer, { size, k, isNarrow, taken, discs, lot }, parts.labels);
  for (const town of lot.towns) {
    if (!areas.some((area) => area.name === town.name)) nameTown(town, { size, k, taken, discs, lot }, parts.towns);
  }
  legend(figure, layer, width / lot.width);
}

function nameArea(area, layer, view, group) {
  const { size, k } = view, [mark = 0, , figure = ""] = layer.level === "communes" ? [] : layer.items[area.code] || [];
  const radius = layer.kind === "count" ? mark : 0, isInside = figure && radius > (3.5 + 3 * figure.length) * k;
  if (isInside) {
    const inside = write(group, "inside", [figure], size * 1.08, k);
    inside.setAttribute("transform", `translate(${area.x} ${area.y + size * 0.38})`);
  }
  const rows = lines(view.isNarrow ? shorter(area.name) : area.name, view.isNarrow);
  const label = write(group, "name", figure && !isInside ? [...rows, figure] : rows, size, k);
  if (figure && !isInside) label.lastChild.setAttribute("class", "value");
  settle(label, area.x, area.y, around(size, radius), view, false);
}

function nameTown(town, { size, k, taken, discs, lot }, group) {
  const own = discs.find(([x, y]) => Math.hypot(x - town.x, y - town.y) < 12 * k);
  const gap = (own ? own[2] : 2 * k) + 3 * k;
  const label = write(group, "town", [town.name], size * 0.88, k);
  const isPlaced = settle(label, town.x, town.y, beside(gap, size), { taken, discs: discs.filter((d) => d !== own), lot }, true);
  if (isPlaced && !own) make("circle", { class: "dot", cx: town.x, cy: town.y, r: 2 * k }, group);
}

function write(group, kind, rows, size, k) {
  const text = make("text", { class: kind, "font-size": size, "stroke-width": 2.8 * k }, group);
  rows.forEach((row, i) => { make("tspan", { x: 0, dy: i ? "1.05em" : 0 }, text).textContent = row; });
  return text;
}

// On a phone, the part of an EPCI's name that people say.
const shorter = (name) => name.replace(/^(Pays|Causse) de |^Causses et | et du .*$/g, "");

function lines(name, isNarrow) {
  const limit = isNarrow ? 12 : 17;
  if (name.length <= limit) return [name];
  const rows = [""];
  for (const word of name.split(/(?<=-)|\s/)) {
    const last = rows[rows.length - 1], joined = last + (last && !last.endsWith("-") ? " " : "") + word;
    if (last && joined.length > limit) rows.push(word); else rows[rows.length - 1] = joined;
  }
  return rows;
}

const around = (size, radius) => [[0, 0], [0, -1.3], [0, 1.3], [0, -2.4], [0, 2.4], [-2.5, 0], [2.5, 0], [-2.5, 1.3], [2.5, -1.3], [-2.5, -1.3], [2.5, 1.3], [0, 3.6], [0, -3.6]]
  .map(([x, y]) => [x * size, y * size + (radius ? Math.sign(y || 1) * (radius + size * 0.6) : 0), "middle"]);
const beside = (gap, size) => [[gap, size * 0.3, "start"], [-gap, size * 0.3, "end"], [0, gap + size * 0.7, "middle"], [0, -gap, "middle"],
  [gap * 0.75, gap * 0.75 + size * 0.6, "start"], [-gap * 0.75, gap * 0.75 + size * 0.6, "end"], [gap * 0.75, -gap * 0.75, "start"], [-gap * 0.75, -gap * 0.75, "end"]];

function settle(text, x, y, places, { taken, discs, lot }, mayHide) {
  const box = text.getBBox(), middle = mayHide ? 0 : -(box.y + box.height / 2);
  let best;
  for (const [dx, dy, anchor] of places) {
    const left = x + dx - (anchor === "start" ? 0 : anchor === "end" ? box.width : box.width / 2);
    const spot = { left, right: left + box.width, top: y + dy + middle + box.y, bottom: y + dy + middle + box.y + box.height, dx, dy, anchor };
    if (spot.left < 0 || spot.right > lot.width || spot.top < 0 || spot.bottom > lot.height) continue;
    if (taken.some((t) => spot.left < t.right && t.left < spot.right && spot.top < t.bottom && t.top < spot.bottom)) continue;
    const cost = discs.reduce((sum, [cx, cy, r]) => sum + overlap(spot, cx, cy, r), 0) * 0.4 + Math.hypot(dx, dy);
    if (!best || cost < best.cost) best = { ...spot, cost };
  }
  if (!best || (mayHide && best.cost > 90)) { text.remove(); return false; }
  taken.push(best);
  text.style.textAnchor = best.anchor;
  text.setAttribute("transform", `translate(${x + best.dx} ${y + best.dy + middle})`);
  return true;
}

function overlap(spot, cx, cy, r) {
  const wide = Math.min(spot.right, cx + r) - Math.max(spot.left, cx - r);
  const high = Math.min(spot.bottom, cy + r) - Math.max(spot.top, cy - r);
  return wide > 0 && high > 0 ? wide * high : 0;
}

function legend(figure, layer, scale) {
  const title = Object.assign(document.createElement("strong"), { textContent: layer.legendTitle });
  const entries = layer.legend.map((entry) => {
    const item = document.createElement("span");
    const r = entry.mark === "circle" ? Math.max(entry.radius * scale, 2.2) : 0;
    const side = entry.mark === "circle" ? 2 * r + 2 : 22, high = entry.mark === "circle" ? side : 16;
    const svg = make("svg", { width: side, height: high, "aria-hidden": "true" }, item);
    if (r) make("circle", { class: "circle", cx: side / 2, cy: side / 2, r }, svg);
    else if (entry.mark === "missing") {
      const box = make("g", { class: "hatch" }, svg);
      make("rect", { width: side, height: high, class: "swatch" }, box);
      make("path", { d: "M-2 9L9-2M-2 18L18-2M5 18L24-1M13 18L25 6" }, box);
    } else make("rect", { class: "swatch", width: side, height: high, style: entry.mark === "rate" ? `fill:var(--lot-rate-${entry.shade})` : "fill:var(--lot-land)" }, svg);
    item.append(entry.label);
    return item;
  });
  figure.querySelector(".legend").replaceChildren(title, ...entries);
}
