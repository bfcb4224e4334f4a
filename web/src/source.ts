// The boxes that hold texts: one for the report of the year before, and the one that is checked, with marks
// behind it. The marks are drawn by a copy of the text that lies under the box and
// gives both their height, so that one scroller moves both and they can never drift apart.
// A very long text goes without marks: laying it out twice would make typing slow.

import type { Span } from "./answer.ts";
import { empty, make } from "./dom.ts";
import { editBetween, type Mark, moveMarks, segmentsOf } from "./spans.ts";

const longestMarked = 80_000;
/** Longer ones take the browser too long to put in as if typed, so that they cannot be undone. */
const longestTyped = 200_000;

/** Pasting, dropping and the like are whole acts; what is given, by the page or by undoing, is taken as it is. */
export type Change = "typing" | "whole" | "given";

export class TextBox {
  protected text = "";
  private inserting = false;

  constructor(
    readonly box: HTMLTextAreaElement,
    private readonly onChange: (change: Change) => void,
  ) {
    box.addEventListener("input", (event) => {
      if (this.inserting || !this.takeEdit()) return;
      const kind = event instanceof InputEvent ? event.inputType : "";
      const typing = /^(insertText|insertCompositionText|insertLineBreak|insertParagraph|deleteContent)/.test(kind);
      onChange(typing ? "typing" : kind.startsWith("history") ? "given" : "whole");
    });
  }

  get value(): string {
    return this.text;
  }

  /** Replaces the text; the box turns every line end into one line feed, so what counts is what it then holds. */
  set(text: string): void {
    this.box.value = text;
    this.text = this.box.value;
  }

  /** Puts a text in place of what is selected, or of all, so that the browser's own undoing takes it back. */
  insert(text: string, all: boolean): void {
    this.box.focus({ preventScroll: true });
    if (all) this.box.select();
    this.inserting = true;
    if (text.length > longestTyped || !document.execCommand("insertText", false, text)) {
      this.box.setRangeText(text, this.box.selectionStart, this.box.selectionEnd, "end");
    }
    this.inserting = false;
    if (this.takeEdit()) this.onChange("given");
  }

  protected takeEdit(): boolean {
    const changed = this.box.value !== this.text;
    this.text = this.box.value;
    return changed;
  }
}

export class Source extends TextBox {
  private marks: readonly Mark[] = [];
  private chosen: readonly Span[] = [];
  private placed: Span | undefined;

  constructor(
    box: HTMLTextAreaElement,
    private readonly layer: HTMLElement,
    readonly scroller: HTMLElement,
    onChange: (change: Change) => void,
    onCaret: (begin: number, end: number) => void,
  ) {
    super(box, onChange);
    document.addEventListener("selectionchange", () => {
      if (document.activeElement !== box) return;
      const { selectionStart: begin, selectionEnd: end } = box;
      if (this.placed !== undefined && this.placed[0] === begin && this.placed[1] === end) return;
      this.placed = undefined;
      onCaret(begin, end);
    });
  }

  override set(text: string): void {
    super.set(text);
    this.marks = [];
    this.chosen = [];
    this.draw();
    if (text === "") return; // nothing to scroll; asking would lay the page out before it is first drawn
    this.box.setSelectionRange(0, 0);
    this.scroller.scrollTop = 0;
    this.box.scrollTop = 0;
  }

  setMarks(marks: readonly Mark[]): void {
    this.marks = marks;
    this.chosen = [];
    this.draw();
  }

  /** Shows places as chosen, without touching the selection. */
  point(spans: readonly Span[]): void {
    if (JSON.stringify(spans) === JSON.stringify(this.chosen)) return;
    this.chosen = spans;
    this.draw();
  }

  /** Selects a place and brings it into view. */
  select([begin, end]: Span): void {
    this.placed = [begin, end];
    this.box.setSelectionRange(begin, end);
    if (!this.marked) {
      // Without marks only the focused box shows its selection.
      this.box.focus({ preventScroll: true });
      this.box.setSelectionRange(begin, end);
    }
    const top = this.heightBefore(begin);
    const view = this.marked ? this.scroller : this.box;
    const margin = Math.min(80, view.clientHeight / 4);
    if (top - margin < view.scrollTop || top + margin > view.scrollTop + view.clientHeight) {
      view.scrollTop = Math.max(0, top - view.clientHeight / 3);
    }
  }

  /** Whether places can be shown without the focus. */
  get marked(): boolean {
    return this.text.length <= longestMarked;
  }

  protected override takeEdit(): boolean {
    const before = this.text;
    if (!super.takeEdit()) return false;
    this.marks = this.marked ? moveMarks(this.marks, editBetween(before, this.text)) : [];
    this.chosen = [];
    this.draw();
    return true;
  }

  private draw(): void {
    this.scroller.classList.toggle("unmarked", !this.marked);
    empty(this.layer);
    if (!this.marked) return;
    const text = this.text;
    const pieces = document.createDocumentFragment();
    let at = 0;
    for (const { begin, end, mark, chosen } of segmentsOf(this.marks, this.chosen)) {
      if (begin > at) pieces.append(text.slice(at, begin));
      const element = make("mark", chosen ? "chosen" : "", text.slice(begin, end));
      element.dataset["begin"] = String(begin);
      if (mark !== undefined) {
        element.dataset["severity"] = mark.severity;
        if (mark.findings > 1) element.dataset["crossed"] = "";
      }
      pieces.append(element);
      at = end;
    }
    // The last line needs something on it to have a height.
    pieces.append(text.slice(at), "\u200b");
    this.layer.append(pieces);
  }

  private heightBefore(offset: number): number {
    if (this.marked) {
      const place = this.layer.querySelector<HTMLElement>(`mark[data-begin="${offset}"]`);
      if (place !== null) return place.offsetTop;
    }
    // A copy of what stands before it, as wide as the box's inside, is as high as the place is deep.
    const copy = make("div", "", `${this.text.slice(0, offset)}\u200b`);
    copy.id = this.layer.id;
    copy.style.position = "absolute";
    copy.style.visibility = "hidden";
    copy.style.width = `${this.box.clientWidth}px`;
    this.layer.after(copy);
    const height = copy.offsetHeight;
    copy.remove();
    return height;
  }
}
