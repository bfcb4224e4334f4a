// What cells were given in place of what the report has in them; its text stays as it is. One act is one step that can
// be undone, be it a cell that was typed in, a proposal, or a block that was pasted.

import type { Edits } from "./messages.ts";

/** Undefined: what the report has. */
export type Assignment = readonly [cell: string, text: string | undefined];

type Step = readonly { readonly cell: string; readonly before: string | undefined; readonly after: string | undefined }[];

export class CellEdits {
  private texts = new Map<string, string>();
  private done: Step[] = [];
  private undone: Step[] = [];
  /** The cell that is being typed in, and what it had before. */
  private open: { readonly cell: string; readonly before: string | undefined } | undefined;

  /** `printed` is what the report has in a cell, if that is known; `changed` is told the cells of each change. */
  constructor(
    private readonly printed: (cell: string) => string | undefined,
    private readonly changed: (cells: readonly string[]) => void,
  ) {}

  get list(): Edits {
    return [...this.texts];
  }

  get undoable(): boolean {
    return this.done.length > 0;
  }

  get redoable(): boolean {
    return this.undone.length > 0;
  }

  /** Typed so far; it becomes a step when it is kept. */
  type(cell: string, text: string): void {
    if (this.open?.cell !== cell) {
      this.keep();
      this.open = { cell, before: this.texts.get(cell) };
    }
    this.set(cell, text);
    this.changed([cell]);
  }

  keep(): void {
    if (this.open === undefined) return;
    const { cell, before } = this.open;
    const after = this.texts.get(cell);
    this.open = undefined;
    if (before !== after) this.add([{ cell, before, after }]);
  }

  /** What was typed and not yet kept is given up. */
  giveUp(): void {
    if (this.open === undefined) return;
    const { cell, before } = this.open;
    this.open = undefined;
    this.set(cell, before);
    this.changed([cell]);
  }

  /** Several cells at once, as one step. */
  put(assignments: readonly Assignment[]): void {
    this.keep();
    const step = assignments.flatMap(([cell, text]) => {
      const before = this.texts.get(cell);
      this.set(cell, text);
      const after = this.texts.get(cell);
      return before === after ? [] : [{ cell, before, after }];
    });
    if (step.length === 0) return;
    this.add(step);
    this.changed(step.map(({ cell }) => cell));
  }

  undo(): void {
    this.keep();
    this.move(this.done, this.undone, "before");
  }

  redo(): void {
    this.keep();
    this.move(this.undone, this.done, "after");
  }

  /** What the report says by now is no edit any more. Gives whether there was any such. */
  settle(): boolean {
    const before = this.texts.size;
    for (const [cell, text] of [...this.texts]) this.set(cell, text);
    if (this.texts.size === 0) this.forget();
    return this.texts.size < before;
  }

  /** Another report: nothing of this one is left, nor can it be undone. It may have edits of its own. */
  forget(edits: Edits = []): void {
    this.texts = new Map(edits);
    this.done = [];
    this.undone = [];
    this.open = undefined;
  }

  private add(step: Step): void {
    this.done.push(step);
    this.undone = [];
  }

  private move(from: Step[], to: Step[], side: "before" | "after"): void {
    const step = from.pop();
    if (step === undefined) return;
    to.push(step);
    for (const change of step) this.set(change.cell, change[side]);
    this.changed(step.map(({ cell }) => cell));
  }

  private set(cell: string, text: string | undefined): void {
    if (text === undefined || text.trim() === this.printed(cell)) this.texts.delete(cell);
    else this.texts.set(cell, text);
  }
}
