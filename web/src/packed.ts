// The page carries its core and its examples as gzip in base 85, each in a data block of its own: five characters
// for four bytes, where base 64 takes a third more than the bytes.

export function dataBlock(id: string): string {
  return document.getElementById(id)?.textContent ?? "";
}

// The characters are those from # on, but for <, which could end the block; ~ stands for it.
const first = 35;
const left = 60;
const instead = 126;

/** How many bytes were added to make the last four, and then the bytes. */
export function encode(bytes: Uint8Array): string {
  const added = -bytes.length & 3;
  const padded = new Uint8Array(bytes.length + added);
  padded.set(bytes);
  const view = new DataView(padded.buffer);
  let text = String(added);
  for (let at = 0; at < padded.length; at += 4) {
    let rest = view.getUint32(at);
    const codes: number[] = [];
    for (let digit = 0; digit < 5; digit++) {
      const code = first + (rest % 85);
      codes.unshift(code === left ? instead : code);
      rest = Math.floor(rest / 85);
    }
    text += String.fromCharCode(...codes);
  }
  return text;
}

export function decode(text: string): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(((text.length - 1) / 5) * 4));
  for (let from = 1, to = 0; from < text.length; to += 4) {
    let value = 0;
    for (const end = from + 5; from < end; from++) {
      const code = text.charCodeAt(from);
      value = value * 85 + (code === instead ? left : code) - first;
    }
    view.setUint32(to, value);
  }
  return new Uint8Array(view.buffer, 0, view.byteLength - Number(text[0]));
}

/** Also runs in the worker, which unpacks the core while the page is being drawn. */
export function unpack(text: string): Promise<ArrayBuffer> {
  const stream = new Blob([decode(text)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
