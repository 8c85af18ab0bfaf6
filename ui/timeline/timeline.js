// Drawn in real pixels, again when its width or its values change, so that text keeps its size on a phone.
const RADIUS = 10;

export default function ({ data, parentElement }) {
  const figure = parentElement.querySelector(".timeline");
  figure.timelineData = data;
  if (!figure.timelineWatch) {
    figure.timelineWatch = new ResizeObserver(() => draw(figure));
    figure.timelineWatch.observe(figure);
    listen(figure);
  }
  draw(figure);
}

function scales(figure) {
  const { heights, height, lanes = [], top } = figure.timelineData, width = figure.clientWidth;
  const left = 2, right = width - RADIUS - 2, below = height - heights.axis;
  const above = below - heights.curve + 22;
  return { width, left, right, above, below, lanes, x: (share) => left + share * (right - left),
    y: (value) => below - (value / top) * (below - above) };
}

function draw(figure) {
  const data = figure.timelineData, svg = figure.querySelector("svg"), s = scales(figure);
  if (!s.width) return;
  svg.setAttribute("aria-label", data.summary);
  svg.setAttribute("height", data.height);
  svg.setAttribute("viewBox", `0 0 ${s.width} ${data.height}`);
  svg.replaceChildren();
  figure.timelineMarks = [];
  if (!data.bars.length) { make("text", { x: 4, y: 40 }, svg, data.summary); return; }
  for (const [level] of data.levels) make("line", { class: "rule", x1: s.left, x2: s.right, y1: s.y(level), y2: s.y(level) }, svg);
  figure.timelineMonths = data.bars.map(([from, to, value]) => make("rect", { class: "month", x: s.x(from) + 0.5,
    width: Math.max(s.x(to) - s.x(from) - 1, 1), y: s.y(value), height: Math.max(s.below - s.y(value), 0) }, svg));
  make("line", { class: "base", x1: s.left, x2: s.right, y1: s.below, y2: s.below }, svg);
  for (const [at, label] of data.ticks) {
    make("line", { class: "base", x1: s.x(at), x2: s.x(at), y1: s.below, y2: s.below + 5 }, svg);
    const isLast = s.x(at) > s.right - 34;
    make("text", { x: s.x(at) + (isLast ? -4 : 4), y: s.below + 19, "text-anchor": isLast ? "end" : "start" }, svg, label);
  }
  committees(data, s, svg);
  const stems = make("g", {}, svg);
  for (const [level, label] of data.levels) make("text", { x: s.left, y: s.y(level) - 5 }, svg, label);
  let y = 0;
  for (const lane of s.lanes) y = drawLane(figure, lane, y, s, svg, stems, data.heights);
}

function committees(data, s, svg) {
  let free = Infinity;
  for (const [at, label] of [...data.marks].reverse()) {
    make("line", { class: "committee", x1: s.x(at), x2: s.x(at), y1: s.above - 4, y2: s.below }, svg);
    const isLate = s.x(at) > s.width / 2;
    const text = make("text", { x: s.x(at) + (isLate ? -4 : 4), y: s.above - 6, "text-anchor": isLate ? "end" : "start" }, svg, label);
    const box = text.getBBox();
    if (box.x + box.width > free) text.remove(); else free = box.x - 8;
  }
}

function drawLane(figure, lane, top, s, svg, stems, heights) {
  make("text", { class: "lane", x: s.left, y: top + 14 }, svg, lane.label);
  for (const action of lane.actions) {
    const y = top + heights.lane + (action.line + 0.5) * heights.line, x = Math.max(s.x(action.from), s.left + RADIUS);
    make("line", { class: "stem", x1: s.x(action.from), x2: s.x(action.from), y1: y + RADIUS, y2: s.below }, stems);
    if (action.to > action.from) make("line", { class: "span", x1: x, x2: Math.max(s.x(action.to), x), y1: y, y2: y }, svg);
    const mark = make("g", { class: `mark${action.isClear ? " clear" : ""}` }, svg);
    make("circle", { cx: x, cy: y, r: RADIUS }, mark);
    make("text", { x, y: y + 4.5 }, mark, action.rank);
    figure.timelineMarks.push({ x, y, tip: action.tip });
  }
  return top + heights.lane + lane.lines * heights.line;
}

function listen(figure) {
  const tip = figure.querySelector(".tip");
  const hide = () => {
    tip.hidden = true;
    for (const bar of figure.timelineMonths || []) bar.classList.remove("pointed");
  };
  const show = (x, y, lines) => {
    tip.replaceChildren(...lines.filter(Boolean).map((line, n) => Object.assign(document.createElement(n ? "span" : "b"), { textContent: line })));
    tip.hidden = false;
    tip.style.left = `${Math.max(0, Math.min(x - tip.offsetWidth / 2, figure.clientWidth - tip.offsetWidth))}px`;
    tip.style.top = `${y}px`;
  };
  const point = (event) => {
    const box = figure.getBoundingClientRect(), x = event.clientX - box.left, y = event.clientY - box.top, s = scales(figure);
    hide();
    const near = (figure.timelineMarks || []).map((mark) => [Math.hypot(mark.x - x, mark.y - y), mark]).sort((a, b) => a[0] - b[0])[0];
    if (near && near[0] < 18) return show(near[1].x, near[1].y + RADIUS + 6, near[1].tip);
    if (y < s.above - 20 || !figure.timelineMonths) return;
    const i = figure.timelineData.bars.findIndex(([from, to]) => x >= s.x(from) && x < s.x(to));
    if (i < 0) return;
    figure.timelineMonths[i].classList.add("pointed");
    show(x, s.above, figure.timelineData.bars[i][3]);
  };
  figure.addEventListener("pointermove", point);
  figure.addEventListener("pointerdown", point);
  figure.addEventListener("pointerleave", hide);
}
