// What the page and the worker that holds the core say to each other.

export interface StartMessage {
  readonly kind: "start";
  /** See lzma.ts. */
  readonly decoder: Uint8Array<ArrayBuffer>;
  /** Packed, as the page carries it. */
  readonly wasm: string;
}

export interface CheckMessage {
  readonly kind: "check";
  readonly sequence: number;
  readonly text: string;
  /** The report of the year before, or empty. */
  readonly previous: string;
}

/** What a file or a text holds: answered with "=" and its text, or with its kind of markup, one letter, and HTML. */
export interface ReadMessage {
  readonly kind: "read";
  readonly sequence: number;
  readonly source: ArrayBuffer | string;
  /** It is known to be HTML. */
  readonly html: boolean;
}

export interface RenderMessage {
  readonly kind: "render";
  readonly sequence: number;
  readonly events: string;
}

export type ToWorker = StartMessage | CheckMessage | ReadMessage | RenderMessage;

export interface ReadyMessage {
  readonly kind: "ready";
  readonly forms: string;
}

export interface ResultMessage {
  readonly kind: "result";
  readonly sequence: number;
  readonly value: string;
}

export interface FailedMessage {
  readonly kind: "failed";
  /** Null when the core could not be started at all. */
  readonly sequence: number | null;
  readonly reason: string;
}

export type FromWorker = ReadyMessage | ResultMessage | FailedMessage;
