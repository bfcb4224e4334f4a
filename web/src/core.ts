// The core in its worker, seen from the page: one question, one promise.

import { giveCore, startWorker } from "./core_worker.ts";
import { eventsOf } from "./html.ts";
import type { FromWorker, Question, ToWorker } from "./messages.ts";
import type { Named } from "./report.ts";
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

  /** `started`: its worker, if that has been started already. */
  constructor(private readonly started?: Worker) {
    this.forms = new Promise((resolve, reject) => {
      const lacking = lack();
      if (lacking === null) this.start(resolve, reject);
      else reject(new Error(lacking));
    });
  }

  /** The answer, as JSON. */
  check(question: Question): Promise<string> {
    return this.ask((sequence) => this.post({ kind: "check", sequence, question }));
  }

  sarif(question: Question, name: string): Promise<string> {
    return this.ask((sequence) => this.post({ kind: "sarif", sequence, question, name }));
  }

  /** The reports beside which all later texts are checked: those of the subordinate units, or none. */
  setUnits(units: readonly Named[]): Promise<string> {
    return this.ask((sequence) => this.post({ kind: "units", sequence, units }));
  }

  /** What the catalogue tells of the rules, as JSON. */
  help(): Promise<string> {
    return this.ask((sequence) => this.post({ kind: "help", sequence }));
  }

  /** The text of a file or of what was pasted: plain, or as HTML or MHT has it. */
  async read(source: ArrayBuffer | string, html: boolean): Promise<string> {
    const value = await this.ask((sequence) => this.post({ kind: "read", sequence, source, html }));
    const [kind = "", text] = [value[0], value.slice(1)];
    if (kind === "=") return text;
    const events = kind + eventsOf(new DOMParser().parseFromString(text, "text/html"));
    return this.ask((sequence) => this.post({ kind: "render", sequence, events }));
  }

  /** See `Reader` of files/open.ts. */
  unzip(bytes: ArrayBuffer, wanted: string): Promise<string> {
    return this.ask((sequence) => this.post({ kind: "unzip", sequence, bytes, wanted }));
  }

  stop(): void {
    this.worker?.terminate();
    this.giveUp(new Error());
  }

  private start(ready: (forms: string) => void, failed: (error: Error) => void): void {
    this.worker = this.started ?? startWorker(worker);
    this.worker.onmessage = ({ data }: MessageEvent<FromWorker>): void => {
      if (data.kind === "ready") {
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
      this.giveUp(error);
    };
    if (this.started === undefined) giveCore(this.worker, decoder);
  }

  private giveUp(error: Error): void {
    for (const waiting of this.waiting.values()) waiting.reject(error);
    this.waiting.clear();
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
