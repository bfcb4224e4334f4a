// What the page and the worker that holds the core say to each other.

import type { Named } from "./report.ts";

export interface StartMessage {
  readonly kind: "start";
  /** See lzma.ts. */
  readonly decoder: Uint8Array<ArrayBuffer>;
  /** The core, or a text as the page carries it packed. */
  readonly wasm: Uint8Array | string;
}

/** The texts that cells were given in place of what the report has in them. */
export type Edits = readonly (readonly [cell: string, text: string])[];

export interface Question {
  readonly text: string;
  /** The report of the year before, if any. */
  readonly previous?: string;
  readonly edits?: Edits;
}

export interface CheckMessage {
  readonly kind: "check";
  readonly sequence: number;
  readonly question: Question;
}

/** The answer as SARIF. */
export interface SarifMessage {
  readonly kind: "sarif";
  readonly sequence: number;
  readonly question: Question;
  /** The file's name, or empty. */
  readonly name: string;
}

/** The reports of the subordinate units, beside which all later texts are checked. */
export interface UnitsMessage {
  readonly kind: "units";
  readonly sequence: number;
  readonly units: readonly Named[];
}

/** What the catalogue tells of the rules. */
export interface HelpMessage {
  readonly kind: "help";
  readonly sequence: number;
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

/** Answered as `Reader` of files/open.ts tells. */
export interface UnzipMessage {
  readonly kind: "unzip";
  readonly sequence: number;
  readonly bytes: ArrayBuffer;
  readonly wanted: string;
}

export type ToWorker = StartMessage | CheckMessage | SarifMessage | UnitsMessage | HelpMessage | ReadMessage | RenderMessage | UnzipMessage;

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
