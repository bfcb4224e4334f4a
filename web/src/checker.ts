// Which text is checked when: typing waits for a pause, everything else is checked at once, only the last
// text counts, and a core that broke down is replaced.

import type { Answer, Forms } from "./answer.ts";
import { Core } from "./core.ts";
import type { Question } from "./messages.ts";
import type { Named } from "./report.ts";

export interface CheckerEvents {
  /** Once, when the core first answers. */
  ready(forms: Forms): void;
  answer(answer: Answer, question: Question): void;
  busy(busy: boolean): void;
  /** The core could not be started. */
  unusable(reason: string): void;
  /** One text could not be checked. */
  failed(reason: string): void;
}

const pauseBefore = { short: 150, long: 600 };
const longText = 200_000;
const slow = 100;

export class Checker {
  private wanted: Question | undefined;
  private units: readonly Named[] = [];
  private running = false;
  private started = false;
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private core: Core,
    private readonly events: CheckerEvents,
  ) {
    this.begin(true);
  }

  request(question: Question, urgent: boolean): void {
    this.wanted = question;
    clearTimeout(this.pause);
    if (urgent) {
      void this.run();
    } else {
      const length = question.text.length + (question.previous?.length ?? 0);
      const wait = length > longText ? pauseBefore.long : pauseBefore.short;
      this.pause = setTimeout(() => void this.run(), wait);
    }
  }

  /** There is nothing to check any more; an answer that is on its way is not wanted. */
  drop(): void {
    this.wanted = undefined;
    clearTimeout(this.pause);
    this.events.busy(false);
  }

  /** The reports of the units beside which all later texts are checked, or none. */
  setUnits(units: readonly Named[]): void {
    if (units.length === 0 && this.units.length === 0) return;
    this.units = units;
    if (this.started) this.giveUnits();
  }

  /** The core, once it answers, for what else is asked of it. */
  ask<Value>(question: (core: Core) => Promise<Value>): Promise<Value> {
    return this.core.forms.then(() => question(this.core));
  }

  private begin(first: boolean): void {
    this.core.forms.then(
      (forms) => {
        this.started = true;
        if (this.units.length > 0) this.giveUnits();
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
    const { core } = this;
    try {
      json = await core.check(asked);
    } catch (error) {
      // It may have been replaced meanwhile.
      if (core === this.core) this.restart(error);
    }
    clearTimeout(late);
    this.running = false;
    // If a later question waits, or none, this answer is about something no longer there.
    if (this.wanted === asked) {
      this.wanted = undefined;
      if (json !== undefined) this.events.answer(JSON.parse(json) as Answer, asked);
    }
    if (this.wanted === undefined) this.events.busy(false);
    else void this.run();
  }

  private giveUnits(): void {
    const { core } = this;
    core.setUnits(this.units).catch((error: unknown) => {
      if (core !== this.core) return;
      // The next core would break down over them, too; and with some of them only, the sums would be wrong.
      this.units = [];
      this.restart(error);
    });
  }

  private restart(error: unknown): void {
    this.events.failed(error instanceof Error ? error.message : String(error));
    this.core.stop();
    this.core = new Core();
    this.started = false;
    this.begin(false);
  }
}
