// The characters in which the page carries what is packed: those from the space on, but for <, which could end the
// block. All are ASCII, as they must be to come through whatever charset a server declares.

export const base = 94;
const first = 32;
const left = 60;

export const character = (digit: number): string => String.fromCharCode(first + digit + (first + digit < left ? 0 : 1));

/** Of what is not there, NaN. */
export const digit = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code - first - (code > left ? 1 : 0);
};

/** A text begins with the size of what it unpacks to, and then with what the range of the coder can hold. */
export const digits = { size: 4, range: 5 };

export function numberAt(text: string, at: number, length: number): number {
  let value = 0;
  for (const end = at + length; at < end; at++) value = value * base + digit(text, at);
  return value;
}

/** Less than 16 MB; a text that claims more is not what was written. */
export function sizeOf(text: string): number | undefined {
  const size = numberAt(text, 0, digits.size);
  return size < 2 ** 24 ? size : undefined;
}
