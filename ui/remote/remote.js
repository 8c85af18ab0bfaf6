const FORWARD = ["ArrowRight", "ArrowDown", "PageDown", " "];
const BACKWARD = ["ArrowLeft", "ArrowUp", "PageUp"];

export default function ({ data, parentElement, setTriggerValue }) {
  const part = (name) => parentElement.querySelector(name);
  const remote = part(".remote");
  const ask = (number) => {
    const wanted = Math.min(Math.max(number, 1), remote.count);
    if (wanted === remote.number) return;
    remote.number = remote.asked = wanted;
    tell();
    setTriggerValue("asked", wanted);
  };
  const tell = () => {
    part(".count").textContent = `${remote.number} / ${remote.count}`;
    part(".back").disabled = remote.number === 1;
    part(".next").disabled = remote.number === remote.count;
  };
  remote.count = data.count;
  // A screen that comes late, when the next one is asked already, must not take the count back.
  if (remote.asked === undefined || remote.asked === data.number) {
    remote.number = data.number;
    remote.asked = undefined;
  }
  part(".exit").href = data.exit;
  tell();
  part(".back").onclick = () => ask(remote.number - 1);
  part(".next").onclick = () => ask(remote.number + 1);
  part(".full").onclick = () =>
    document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  part(".timer").onclick = () => toggleTimer(part(".timer"));

  const listen = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const onControl = event.composedPath()[0].closest?.("a, button, summary");
    if (event.key === " " && onControl) return;
    const step = FORWARD.includes(event.key) ? 1 : BACKWARD.includes(event.key) ? -1 : 0;
    if (event.key === "Home") ask(1);
    else if (event.key === "End") ask(remote.count);
    else if (step) ask(remote.number + step);
    else return;
    event.preventDefault();
  };
  // One ear alone: Streamlit runs this again at each change, and may build the part anew.
  document.removeEventListener("keydown", document.lotListen);
  document.lotListen = listen;
  document.addEventListener("keydown", listen);
  return () => {
    if (remote.isConnected) return;
    document.removeEventListener("keydown", listen);
    clearInterval(part(".timer")?.ticking);
  };
}

/* Off until the presenter asks; each start counts from zero. */
function toggleTimer(button) {
  const isOn = button.getAttribute("aria-pressed") === "true";
  button.setAttribute("aria-pressed", String(!isOn));
  clearInterval(button.ticking);
  if (isOn) {
    button.textContent = "Minuteur";
    return;
  }
  const start = Date.now();
  const tick = () => {
    const seconds = Math.floor((Date.now() - start) / 1000);
    button.textContent = `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")}`;
  };
  tick();
  button.ticking = setInterval(tick, 1000);
}
