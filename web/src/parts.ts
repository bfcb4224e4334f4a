// What the page is made of besides its HTML, its core and the script that unpacks: one text, packed, in which a NUL
// ends each part but the last.

export interface Parts {
  /** The page's script, which stands first. */
  readonly script: string;
  readonly style: string;
  /** The script of the worker. */
  readonly worker: string;
  /** The examples by their names, as JSON. */
  readonly examples: string;
}

export function joined({ script, style, worker, examples }: Parts): string {
  return [script, style, worker, examples].join("\0");
}

export function split(text: string): Parts {
  const [script = "", style = "", worker = "", examples = ""] = text.split("\0");
  return { script, style, worker, examples };
}

/** What is packed stands in data blocks. */
export function dataBlock(id: string): string {
  return document.getElementById(id)?.textContent ?? "";
}

/** The page's script finds them on its own element, with what unpacks the core. */
export type Carrier = HTMLScriptElement & { parts: Parts; decoder: Uint8Array<ArrayBuffer> };
