// What the page is made of besides its HTML, its core with the script of its worker, and the script that unpacks: one
// text, packed, in which a NUL ends each part but the last.

export interface Parts {
  /** The page's script, which stands first. */
  readonly script: string;
  readonly style: string;
  /** What stands in the page's body. */
  readonly body: string;
  /** The examples by their names, as JSON. */
  readonly examples: string;
}

export function joined({ script, style, body, examples }: Parts): string {
  return [script, style, body, examples].join("\0");
}

export function split(text: string): Parts {
  const [script = "", style = "", body = "", examples = ""] = text.split("\0");
  return { script, style, body, examples };
}

/** What is packed stands in data blocks. */
export function dataBlock(id: string): string {
  return document.getElementById(id)?.textContent ?? "";
}

/** The page's script finds all this on its own element. */
export type Carrier = HTMLScriptElement & {
  parts: Parts;
  decoder: Uint8Array<ArrayBuffer>;
  /** The script of a worker, and the one that was started with it, if the browser has workers. */
  worker: string;
  started: Worker | undefined;
};
