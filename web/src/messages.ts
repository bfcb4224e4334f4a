// What the page and the worker that holds the core say to each other.

export interface StartMessage {
  readonly kind: "start";
  /** Packed, as the page carries it. */
  readonly wasm: string;
}

export interface CheckMessage {
  readonly kind: "check";
  readonly sequence: number;
  readonly text: string;
}

export interface DetectMessage {
  readonly kind: "detect";
  readonly sequence: number;
  readonly bytes: ArrayBuffer;
}

export type ToWorker = StartMessage | CheckMessage | DetectMessage;

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
