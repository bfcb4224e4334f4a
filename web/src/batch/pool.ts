// Work spread over several cores. One that breaks down or hangs is replaced, and only the job that it had is lost.

import type { Core } from "../core.ts";

export class Pool {
  private readonly cores: (Core | undefined)[] = [];
  private halt: () => void = () => undefined;

  /** `patience`: longer than any report takes, in milliseconds. */
  constructor(
    private readonly make: () => Core,
    private readonly size = Math.min(4, navigator.hardwareConcurrency || 1),
    private readonly patience = 20_000,
  ) {}

  /** Whether all jobs were done. Rejects when no core can be started. */
  async run<Job>(
    jobs: readonly Job[],
    work: (core: Core, job: Job, at: number) => Promise<void>,
    failed: (job: Job, reason: string) => void,
  ): Promise<boolean> {
    let next = 0;
    let stopped = false;
    const halted = new Promise<void>((resolve) => {
      this.halt = (): void => {
        stopped = true;
        resolve();
      };
    });
    const lane = async (place: number): Promise<void> => {
      while (!stopped && next < jobs.length) {
        const core = (this.cores[place] = this.cores[place] ?? this.make());
        const drop = (): void => {
          core.stop();
          this.cores[place] = undefined;
        };
        await core.forms.catch((error: unknown) => {
          drop();
          throw error;
        });
        if (stopped || next >= jobs.length) return;
        const at = next++;
        const job = jobs[at] as Job;
        let timer: ReturnType<typeof setTimeout> | undefined;
        const late = new Promise<void>((_, reject) => {
          timer = setTimeout(() => reject(new Error(`> ${this.patience / 1000} s`)), this.patience);
        });
        try {
          await Promise.race([halted, late, work(core, job, at)]);
          if (stopped) drop();
        } catch (error) {
          failed(job, (error as Error).message);
          drop();
        }
        clearTimeout(timer);
      }
    };
    await Promise.all(Array.from({ length: Math.min(this.size, jobs.length) }, (_, place) => lane(place)));
    return !stopped;
  }

  /** What is being worked on is given up; what is done stays. */
  stop(): void {
    this.halt();
  }

  close(): void {
    this.halt();
    for (const core of this.cores.splice(0)) core?.stop();
  }
}
