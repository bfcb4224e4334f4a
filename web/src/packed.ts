// The page carries its core and its examples as gzip in base64, each in a data block of its own.

export function dataBlock(id: string): string {
  return document.getElementById(id)?.textContent ?? "";
}

/** Also runs in the worker, which unpacks the core while the page is being drawn. */
export function unpack(base64: string): Promise<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
