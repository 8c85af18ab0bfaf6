// What every drawing in SVG begins with: an element with its attributes and its text, in its parent where it has one.
const SPACE = "http://www.w3.org/2000/svg";

function make(name, attributes, parent, content) {
  const element = document.createElementNS(SPACE, name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  if (content !== undefined) element.textContent = content;
  parent?.append(element);
  return element;
}
