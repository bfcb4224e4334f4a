// The core in its worker, seen from the page: one question, one promise.

import { eventsOf } from "./html.ts";
import type { FromWorker, ToWorker } from "./messages.ts";
import { dataBlock } from "./parts.ts";
import { decoder, worker } from "./unpacked.ts";
import { words } from "./words.ts";

interface Waiting {
  resolve(value: string): void;
  reject(error: Error): void;
}

/** What the browser lacks, or null. The core's own start-up tells of the rest. */
function lack(): string | null {
  if (typeof Worker === "undefined") return words.failure.noWorker;
  if (typeof WebAssembly === "undefined") return words.failure.noWebAssembly;
  return null;
}

export class Core {
  /** The layouts of the forms, once the core answers. */
  readonly forms: Promise<string>;
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private sequence = 0;

  constructor() {
    this.forms = new Promise((resolve, reject) => {
      const lacking = lack();
      if (lacking === null) this.start(resolve, reject);
      else reject(new Error(lacking));
    });
  }

  check(text: string, previous: string): Promise<string> {
    return this.ask((sequence) => this.post({ kind: "check", sequence, text, previous }));
  }

  /** The text of a file or of what was pasted: plain, or as HTML or MHT has it. */
  async read(source: ArrayBuffer | string, html: boolean): Promise<string> {
    const value = await this.ask((sequence) => this.post({ kind: "read", sequence, source, html }));
    const [kind = "", text] = [value[0], value.slice(1)];
    if (kind === "=") return text;
    const events = kind + eventsOf(new DOMParser().parseFromString(text, "text/html"));
    return this.ask((sequence) => this.post({ kind: "render", sequence, events }));
  }

  stop(): void {
    this.worker?.terminate();
  }

  private start(ready: (forms: string) => void, failed: (error: Error) => void): void {
    const url = URL.createObjectURL(new Blob([worker], { type: "text/javascript" }));
    this.worker = new Worker(url);
    this.worker.onmessage = ({ data }: MessageEvent<FromWorker>): void => {
      if (data.kind === "ready") {
        URL.revokeObjectURL(url);
        ready(data.forms);
      } else if (data.kind === "failed" && data.sequence === null) {
        failed(new Error(data.reason));
      } else {
        this.settle(data);
      }
    };
    this.worker.onerror = (event): void => {
      event.preventDefault();
      const error = new Error(event.message || words.failure.noWorker);
      failed(error);
      for (const waiting of this.waiting.values()) waiting.reject(error);
      this.waiting.clear();
    };
    this.post({ kind: "start", decoder, wasm: dataBlock("core") });
  }

  private post(message: ToWorker): void {
    this.worker?.postMessage(message);
  }

  private ask(send: (sequence: number) => void): Promise<string> {
    const sequence = ++this.sequence;
    return new Promise((resolve, reject) => {
      this.waiting.set(sequence, { resolve, reject });
      send(sequence);
    });
  }

  private settle(data: Exclude<FromWorker, { kind: "ready" }>): void {
    if (data.sequence === null) return;
    const waiting = this.waiting.get(data.sequence);
    this.waiting.delete(data.sequence);
    if (data.kind === "result") waiting?.resolve(data.value);
    else waiting?.reject(new Error(data.reason));
  }
}
