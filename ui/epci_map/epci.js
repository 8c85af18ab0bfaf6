// One EPCI at the size of the screen. Only classes travel: what is not sent cannot be read.
let outlines; // one fetch per tab; the browser keeps the file that the other maps fetched

export default function ({ data, parentElement }) {
  const figure = parentElement.querySelector(".portrait");
  figure.portraitData = data;
  outlines ||= fetch(data.paths).then((answer) => answer.json());
  outlines.then((lot) => build(figure, lot)).catch(() => {
    outlines = undefined;
    figure.querySelector(".told").textContent = "La carte n'a pas pu être chargée.";
  });
}

function build(figure, lot) {
  const data = figure.portraitData, frame = figure.querySelector(".frame");
  const epci = lot.epcis.find((one) => one.code === data.epci);
  if (!epci) return;
  const isNew = figure.portraitEpci !== data.epci;
  figure.portraitEpci = data.epci;
  frame.replaceChildren();
  const svg = make("svg", { role: "img", "aria-label": data.summary }, frame);
  const communes = lot.communes.filter((one) => one.epci === data.epci);
  for (const other of lot.epcis) make("path", { class: "around", d: other.d }, svg);
  const shapes = communes.map((one) => make("path", { class: "commune", d: one.d, "data-code": one.code }, svg));
  const border = make("path", { class: "border", d: epci.d }, svg);
  const parts = { svg, shapes, communes, border, circles: make("g", {}, svg), labels: make("g", {}, svg) };
  listen(figure, parts);
  figure.portraitParts = parts;
  if (!figure.portraitWatch) {
    figure.portraitWatch = new ResizeObserver(() => place(figure));
    figure.portraitWatch.observe(frame);
  }
  place(figure);
  document.fonts?.ready.then(() => place(figure));
  if (isNew) figure.querySelector(".told").textContent = "Touchez une commune.";
  foot(figure, lot, epci, data);
}

// The EPCI's box, widened to the frame's shape, with a little air around.
function around(border, frame) {
  const box = border.getBBox(), air = 0.04 * Math.max(box.width, box.height), ratio = frame.clientWidth / frame.clientHeight || 1;
  let width = box.width + 2 * air, height = box.height + 2 * air;
  if (width / height < ratio) width = height * ratio; else height = width / ratio;
  return [box.x + box.width / 2 - width / 2, box.y + box.height / 2 - height / 2, width, height];
}

function listen(figure, { svg, shapes, communes }) {
  const told = figure.querySelector(".told"), names = Object.fromEntries(communes.map((one) => [one.code, one.name]));
  const tell = (event) => {
    const code = event.target.dataset?.code;
    if (!code) return;
    for (const shape of shapes) shape.classList.toggle("chosen", shape.dataset.code === code);
    const { items, absent } = figure.portraitData;
    told.replaceChildren(Object.assign(document.createElement("b"), { textContent: names[code] }), (items[code] || [0, absent])[1]);
  };
  svg.addEventListener("click", tell);
  svg.addEventListener("pointermove", (event) => event.pointerType === "mouse" && tell(event));
}

function place(figure) {
  const { svg, border, communes, circles, labels } = figure.portraitParts, { items } = figure.portraitData;
  const frame = figure.querySelector(".frame"), width = frame.clientWidth;
  if (!width) return;
  const box = around(border, frame), k = box[2] / width, size = 12.5 * k, scale = width < 480 ? 0.75 : 1;
  svg.setAttribute("viewBox", box.join(" "));
  const radius = (one) => (items[one.code]?.[0] || 0) * k * scale;
  circles.replaceChildren();
  labels.replaceChildren();
  const taken = [];
  for (const one of communes) {
    const r = radius(one);
    if (!r) continue;
    make("circle", { class: "circle", cx: one.x, cy: one.y, r }, circles);
    taken.push({ left: one.x - r, right: one.x + r, top: one.y - r, bottom: one.y + r });
  }
  const order = [...communes].sort((a, b) => radius(b) - radius(a) || b.d.length - a.d.length);
  for (const one of order) name(labels, one, radius(one), { size, k, box, taken });
}

// The name at the first free place around its point; where there is none, a tap tells it.
function name(labels, one, r, { size, k, box, taken }) {
  const text = make("text", { "font-size": size, "stroke-width": 2.6 * k, "font-weight": r ? 700 : 400 }, labels, one.name);
  const { width } = text.getBBox(), side = r + 2 * k + width / 2;
  const places = r ? [[0, r + size * 0.95], [0, -r - size * 0.3], [side, size * 0.35], [-side, size * 0.35]] : [[0, size * 0.35]];
  for (const [dx, dy] of places) {
    const x = one.x + dx, y = one.y + dy;
    const spot = { left: x - width / 2, right: x + width / 2, top: y - size * 0.85, bottom: y + size * 0.22 };
    const isOut = spot.left < box[0] || spot.right > box[0] + box[2] || spot.top < box[1] || spot.bottom > box[1] + box[3];
    if (isOut || taken.some((o) => spot.left < o.right && o.left < spot.right && spot.top < o.bottom && o.top < spot.bottom)) continue;
    text.setAttribute("x", x);
    text.setAttribute("y", y);
    taken.push(spot);
    return;
  }
  text.remove();
}

function foot(figure, lot, epci, data) {
  const place = figure.querySelector(".place"), legend = figure.querySelector(".legend");
  place.replaceChildren();
  const small = make("svg", { viewBox: `0 0 ${lot.width} ${lot.height}`, "aria-hidden": "true" }, place);
  make("path", { d: lot.departement }, small);
  make("path", { class: "here", d: epci.d }, small);
  const title = Object.assign(document.createElement("strong"), { textContent: "Foyers en contact" });
  legend.replaceChildren(title, ...data.legend.map(({ radius, label }) => {
    const item = document.createElement("span"), side = radius ? 2 * radius + 2 : 18;
    const svg = make("svg", { width: side, height: side, "aria-hidden": "true" }, item);
    if (radius) make("circle", { class: "circle", cx: side / 2, cy: side / 2, r: radius }, svg);
    else make("rect", { class: "swatch", x: 1, y: 3, width: 16, height: 12 }, svg);
    item.append(label);
    return item;
  }));
}
