// Which text is checked when: typing waits for a pause, everything else is checked at once, only the last
// text counts, and a core that broke down is replaced.

import type { Answer, Forms } from "./answer.ts";
import { Core } from "./core.ts";

export interface CheckerEvents {
  /** Once, when the core first answers. */
  ready(forms: Forms): void;
  answer(answer: Answer, text: string): void;
  busy(busy: boolean): void;
  /** The core could not be started. */
  unusable(reason: string): void;
  /** One text could not be checked. */
  failed(reason: string): void;
}

interface Question {
  readonly text: string;
  /** The report of the year before, or empty. */
  readonly previous: string;
}

const pauseBefore = { short: 150, long: 600 };
const longText = 200_000;
const slow = 100;

export class Checker {
  private wanted: Question | undefined;
  private running = false;
  private started = false;
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private core: Core,
    private readonly events: CheckerEvents,
  ) {
    this.begin(true);
  }

  request(text: string, previous: string, urgent: boolean): void {
    this.wanted = { text, previous };
    clearTimeout(this.pause);
    if (urgent) {
      void this.run();
    } else {
      const wait = text.length + previous.length > longText ? pauseBefore.long : pauseBefore.short;
      this.pause = setTimeout(() => void this.run(), wait);
    }
  }

  /** There is nothing to check any more; an answer that is on its way is not wanted. */
  drop(): void {
    this.wanted = undefined;
    clearTimeout(this.pause);
    this.events.busy(false);
  }

  read(source: ArrayBuffer | string, html = false): Promise<string> {
    return this.core.forms.then(() => this.core.read(source, html));
  }

  private begin(first: boolean): void {
    this.core.forms.then(
      (forms) => {
        this.started = true;
        if (first) this.events.ready(JSON.parse(forms) as Forms);
        void this.run();
      },
      (error: unknown) => this.events.unusable(error instanceof Error ? error.message : String(error)),
    );
  }

  private async run(): Promise<void> {
    if (this.running || !this.started || this.wanted === undefined) return;
    const asked = this.wanted;
    const late = setTimeout(() => this.events.busy(true), slow);
    let json: string | undefined;
    this.running = true;
    try {
      json = await this.core.check(asked.text, asked.previous);
    } catch (error) {
      this.restart(error);
    }
    clearTimeout(late);
    this.running = false;
    // If a later question waits, or none, this answer is about something no longer there.
    if (this.wanted === asked) {
      this.wanted = undefined;
      if (json !== undefined) this.events.answer(JSON.parse(json) as Answer, asked.text);
    }
    if (this.wanted === undefined) this.events.busy(false);
    else void this.run();
  }

  private restart(error: unknown): void {
    this.events.failed(error instanceof Error ? error.message : String(error));
    this.core.stop();
    this.core = new Core();
    this.started = false;
    this.begin(false);
  }
}
