// Small helpers for drawing. What is drawn takes its colours from the style sheet.

type Attributes = Readonly<Record<string, string | number>>;

export function shape(tag: string, attributes: Attributes, text = ""): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  if (text !== "") element.textContent = text;
  return element;
}

/** A picture of its size in pixels, with its title and all that it says in words. */
export function picture(width: number, height: number, title: string, description: string): SVGElement {
  const viewBox = `0 0 ${width} ${height}`;
  const label = `${title}：${description}`;
  const svg = shape("svg", { viewBox, width, height, role: "img", "aria-label": label });
  svg.append(shape("title", {}, title), shape("desc", {}, description));
  return svg;
}

/** About how wide a text is; there is no layout to ask before it is shown. */
export function widthOf(text: string, size = 12): number {
  let ems = 0;
  for (const character of text) ems += character > "\u2e80" ? 1 : 0.6;
  return Math.ceil(ems * size);
}

/** As much of a text as has room. */
export function fitted(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  let end = text.length;
  while (end > 0 && widthOf(text.slice(0, end)) + 12 > room) end--;
  return `${text.slice(0, end)}…`;
}

/** Where lines of text stand that wish to be at `wanted`, in this order, `apart` from each other, at most at `last`. */
export function spread(wanted: readonly number[], apart: number, last: number): number[] {
  const places: number[] = [];
  for (const wish of wanted) places.push(Math.max(wish, (places[places.length - 1] ?? -Infinity) + apart));
  for (let at = places.length - 1, most = last; at >= 0; at--, most -= apart) {
    places[at] = most = Math.min(places[at] ?? 0, most);
  }
  return places;
}
