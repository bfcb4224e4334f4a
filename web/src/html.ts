// A parsed page as the events that the core renders; their encoding is told in core/include/gouji/html.h.
// The browser parses it into a document of its own that runs no script and asks for nothing.

const told = ["rowspan", "colspan", "hidden", "styl_", "height"];

const sized = (text: string): string => String.fromCharCode(text.length >>> 16, text.length & 0xffff) + text;

function opened(element: Element): string {
  const attributes = told.filter((name) => element.hasAttribute(name));
  const pairs = attributes.map((name) => sized(name) + sized(element.getAttribute(name) ?? ""));
  return `o${sized(element.localName)}${String.fromCharCode(attributes.length)}${pairs.join("")}`;
}

/** Walked without recursion, since a page may nest as deep as it likes. */
export function eventsOf(root: Node): string {
  const events: string[] = [];
  let node = root.firstChild;
  while (node !== null) {
    if (node.nodeType === 1) events.push(opened(node as Element));
    if (node.nodeType === 3) events.push(`t${sized(node.nodeValue ?? "")}`);
    if (node.firstChild !== null) {
      node = node.firstChild;
      continue;
    }
    let at: Node = node;
    if (at.nodeType === 1) events.push("c");
    while (at.nextSibling === null && at.parentNode !== null && at.parentNode !== root) {
      at = at.parentNode;
      events.push("c");
    }
    node = at.nextSibling;
  }
  return events.join("");
}
