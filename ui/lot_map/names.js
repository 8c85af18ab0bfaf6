// Second half of the component's script: names that do not collide, and the legend. It uses `make` of the first.

// Names, each at the free place that costs least; a town that finds none is left out. All are written before any is
// measured: the browser then lays them out once.
function place(figure, lot, parts) {
  const width = parts.svg.clientWidth || parts.svg.getBoundingClientRect().width;
  if (!width) return;
  const { layer } = figure.lotData, k = lot.width / width, isNarrow = width < 480;
  const size = (isNarrow ? 11.5 : figure.lotData.isForRoom ? 18 : 13.5) * k;
  for (const circle of parts.circles.children) {
    const item = layer.items[circle.dataset.id.slice(1)];
    if (item) circle.setAttribute("r", Math.max(item[0], 2.2 * k));
  }
  const discs = [...parts.circles.children].map((c) => ["cx", "cy", "r"].map((name) => +c.getAttribute(name)));
  const view = { size, k, isNarrow, taken: [], discs, lot };
  parts.labels.replaceChildren();
  parts.towns.replaceChildren();
  const areas = layer.level === "bassins" ? lot.bassins : lot.epcis;
  const towns = width < 320 ? [] : lot.towns.filter((town) => !areas.some((area) => area.name === town.name));
  const labels = [...areas.map((area) => nameArea(area, layer, view, parts.labels)), ...towns.map((town) => nameTown(town, view, parts.towns))];
  const boxes = labels.map((label) => label.text.getBBox());
  labels.forEach((label, i) => {
    const isPlaced = settle(label, boxes[i], view);
    if (isPlaced && label.isTown && !label.own) make("circle", { class: "dot", cx: label.x, cy: label.y, r: 2 * k }, parts.towns);
  });
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
  const text = write(group, "name", figure && !isInside ? [...rows, figure] : rows, size, k);
  if (figure && !isInside) text.lastChild.setAttribute("class", "value");
  return { text, x: area.x, y: area.y, places: around(size, radius) };
}

function nameTown(town, { size, k, discs }, group) {
  const own = discs.find(([x, y]) => Math.hypot(x - town.x, y - town.y) < 12 * k);
  const gap = (own ? own[2] : 2 * k) + 3 * k;
  return { text: write(group, "town", [town.name], size * 0.88, k), x: town.x, y: town.y, places: beside(gap, size), own, isTown: true };
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

function settle({ text, x, y, places, own, isTown }, box, { taken, discs, lot }) {
  const middle = isTown ? 0 : -(box.y + box.height / 2);
  let best;
  for (const [dx, dy, anchor] of places) {
    const left = x + dx - (anchor === "start" ? 0 : anchor === "end" ? box.width : box.width / 2);
    const spot = { left, right: left + box.width, top: y + dy + middle + box.y, bottom: y + dy + middle + box.y + box.height, dx, dy, anchor };
    if (spot.left < 0 || spot.right > lot.width || spot.top < 0 || spot.bottom > lot.height) continue;
    if (taken.some((t) => spot.left < t.right && t.left < spot.right && spot.top < t.bottom && t.top < spot.bottom)) continue;
    const cost = discs.reduce((sum, disc) => (disc === own ? sum : sum + overlap(spot, ...disc)), 0) * 0.4 + Math.hypot(dx, dy);
    if (!best || cost < best.cost) best = { ...spot, cost };
  }
  if (!best || (isTown && best.cost > 90)) { text.remove(); return false; }
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
