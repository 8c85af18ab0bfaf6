// The big figures are plain HTML, there with the first words; this hears which one is asked where it comes from.
export default function ({ data, parentElement, setTriggerValue }) {
  const hear = (event) => {
    const asked = event.target.closest?.("[data-figure]");
    if (!asked || !data.figures.includes(asked.dataset.figure)) return;
    setTriggerValue("asked", asked.dataset.figure);
    follow();
  };
  document.removeEventListener("click", parentElement.hear);
  document.addEventListener("click", (parentElement.hear = hear));
  return () => document.removeEventListener("click", hear);
}

// The explanation comes a moment later and makes the page longer: it is brought in sight then, unless one goes elsewhere.
function follow() {
  const proof = document.querySelector(".st-key-preuve");
  const show = () => proof?.scrollIntoView({ block: "start" });
  const grown = new ResizeObserver(show);
  for (const part of document.querySelectorAll("[data-testid=stMainBlockContainer]")) grown.observe(part);
  const stop = () => grown.disconnect();
  setTimeout(stop, 4000);
  for (const act of ["wheel", "touchmove", "keydown", "pointerdown"]) document.addEventListener(act, stop, { once: true });
}
