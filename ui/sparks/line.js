// A curve in real pixels: redrawn when its width or its values change, so that text keeps its size on a phone.
export default function ({ data, parentElement }) {
  const figure = parentElement.querySelector(".line");
  figure.lineData = data;
  if (!figure.lineWatch) {
    figure.lineWatch = new ResizeObserver(() => draw(figure));
    figure.lineWatch.observe(figure);
    listen(figure);
  }
  draw(figure);
}

function scales(figure) {
  const { dates, top, height, marks = [] } = figure.lineData, width = figure.clientWidth;
  const left = 4, right = width - 8, above = marks.length ? 44 : 26, below = height - 26;
  return {
    width, left, right, above, below,
    x: (i) => left + (dates.length > 1 ? i / (dates.length - 1) : 0.5) * (right - left),
    y: (value) => below - (value / top) * (below - above),
  };
}

function draw(figure) {
  const { values, end, levels, ticks, marks, summary, height, dates } = figure.lineData;
  const svg = figure.querySelector("svg"), s = scales(figure);
  if (!s.width) return;
  svg.setAttribute("aria-label", summary);
  svg.setAttribute("height", height);
  svg.setAttribute("viewBox", `0 0 ${s.width} ${height}`);
  svg.replaceChildren();
  if (!dates.length) { make("text", { x: 4, y: height / 2 }, svg, summary); return; }
  for (const [level, label] of levels) {
    make("line", { class: "rule", x1: s.left, x2: s.right, y1: s.y(level), y2: s.y(level) }, svg);
  }
  make("line", { class: "base", x1: s.left, x2: s.right, y1: s.below, y2: s.below }, svg);
  for (const [i, label] of ticks) {
    make("line", { class: "base", x1: s.x(i), x2: s.x(i), y1: s.below, y2: s.below + 5 }, svg);
    const isLast = s.x(i) > s.right - 36;
    make("text", { x: s.x(i) + (isLast ? -4 : 4), y: s.below + 18, "text-anchor": isLast ? "end" : "start" }, svg, label);
  }
  let free = Infinity;
  for (const [i, label] of [...marks].reverse()) {
    make("line", { class: "mark", x1: s.x(i), x2: s.x(i), y1: 20, y2: s.below }, svg);
    const isLate = s.x(i) > s.width / 2;
    const text = make("text", { x: s.x(i) + (isLate ? -5 : 5), y: 14, "text-anchor": isLate ? "end" : "start" }, svg, label);
    const box = text.getBBox();
    if (box.x + box.width > free) text.remove(); else free = box.x - 8;
  }
  for (const [level, label] of levels) make("text", { x: s.left, y: s.y(level) - 5 }, svg, label);
  const last = dates.length - 1, points = values.map((value, i) => `${s.x(i).toFixed(1)} ${s.y(value).toFixed(1)}`).join("L");
  make("path", { class: "under", d: `M${points}L${s.x(last)} ${s.below}L${s.left} ${s.below}Z` }, svg);
  make("path", { class: "curve", d: `M${points}` }, svg);
  make("circle", { class: "end", cx: s.x(last), cy: s.y(values[last]), r: 4 }, svg);
  make("text", { class: "direct", x: s.right - 2, y: Math.max(s.y(values[last]) - 9, 12), "text-anchor": "end" }, svg, end);
  make("line", { class: "cursor", y1: s.above, y2: s.below, visibility: "hidden" }, svg);
}

function listen(figure) {
  const tip = figure.querySelector(".tip");
  const hide = () => { tip.hidden = true; figure.querySelector(".cursor")?.setAttribute("visibility", "hidden"); };
  const point = (event) => {
    const { dates, tips } = figure.lineData, s = scales(figure), cursor = figure.querySelector(".cursor");
    if (!cursor) return;
    const x = event.clientX - figure.getBoundingClientRect().left;
    const i = Math.max(0, Math.min(dates.length - 1, Math.round(((x - s.left) / (s.right - s.left)) * (dates.length - 1))));
    for (const [name, value] of [["x1", s.x(i)], ["x2", s.x(i)], ["visibility", "visible"]]) cursor.setAttribute(name, value);
    tip.replaceChildren(...tips[i].map((line, n) => Object.assign(document.createElement(n ? "span" : "b"), { textContent: line })));
    tip.hidden = false;
    tip.style.left = `${Math.max(0, Math.min(s.x(i) + (s.x(i) > s.width / 2 ? -tip.offsetWidth - 10 : 10), s.width - tip.offsetWidth))}px`;
    tip.style.top = `${s.above + 8}px`;
  };
  figure.addEventListener("pointermove", point);
  figure.addEventListener("pointerdown", point);
  figure.addEventListener("pointerleave", hide);
}
