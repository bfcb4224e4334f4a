// The boxes that hold texts: one for the report of the year before, and the one that is checked, with marks
// behind it. The marks are drawn by a copy of the text that lies under the box and
// gives both their height, so that one scroller moves both and they can never drift apart.
// A very long text goes without marks: laying it out twice would make typing slow.

import type { Span } from "./answer.ts";
import { make } from "./dom.ts";
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

/** What lies under a stretch of the text: marked where it begins somewhere. */
interface Piece {
  readonly text: string;
  readonly begin?: number;
  /** Whether it is chosen, the severity of its findings, whether several cross in it. */
  readonly kind?: readonly string[];
}

function markElement({ text, begin, kind }: Piece): Node {
  if (kind === undefined) return document.createTextNode(text);
  const [chosen = "", severity = "", crossed = ""] = kind;
  const element = make("mark", chosen, text);
  element.dataset["begin"] = String(begin);
  if (severity !== "") element.dataset["severity"] = severity;
  if (crossed !== "") element.dataset["crossed"] = "";
  return element;
}

export class Source extends TextBox {
  private drawn: readonly Piece[] = [];
  private marks: readonly Mark[] = [];
  private chosen: readonly Span[] = [];
  private placed: Span | undefined;
  private left = false;

  constructor(
    box: HTMLTextAreaElement,
    private readonly layer: HTMLElement,
    readonly scroller: HTMLElement,
    onChange: (change: Change) => void,
    private readonly onCaret: (begin: number, end: number) => void,
  ) {
    super(box, onChange);
  }

  /** The selection of the document has changed. */
  followCaret(): void {
    if (document.activeElement !== this.box) return;
    const { selectionStart: begin, selectionEnd: end } = this.box;
    if (this.placed !== undefined && this.placed[0] === begin && this.placed[1] === end) return;
    this.placed = undefined;
    this.onCaret(begin, end);
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
    if (JSON.stringify(marks) === JSON.stringify(this.marks)) return;
    this.marks = marks;
    this.draw();
  }

  /** Shows places as chosen, without touching the selection. */
  point(spans: readonly Span[]): void {
    if (JSON.stringify(spans) === JSON.stringify(this.chosen)) return;
    this.chosen = spans;
    this.draw();
  }

  /** Selects a place and brings it into view; where only the focused box would show it, it may take the focus. */
  select([begin, end]: Span, focus: boolean): void {
    this.placed = [begin, end];
    this.box.setSelectionRange(begin, end);
    if (!this.marked && focus) {
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

  /** Whether the last change left most of the text. */
  get alike(): boolean {
    return this.left;
  }

  protected override takeEdit(): boolean {
    const before = this.text;
    if (!super.takeEdit()) return false;
    const edit = editBetween(before, this.text);
    this.left = (edit.oldEnd - edit.begin) * 2 < before.length;
    this.marks = this.marked ? moveMarks(this.marks, edit) : [];
    this.chosen = [];
    this.draw();
    return true;
  }

  // Laying out a long text takes longer than all else of an answer: pieces that stay as they are stay in the page.
  private draw(): void {
    this.scroller.classList.toggle("unmarked", !this.marked);
    const pieces = this.marked ? this.pieces() : [];
    const had = this.drawn;
    const most = Math.min(pieces.length, had.length);
    const same = (one: number, other: number): boolean =>
      pieces[one]?.text === had[other]?.text && pieces[one]?.kind?.join() === had[other]?.kind?.join();
    let begin = 0;
    while (begin < most && same(begin, begin)) begin++;
    let end = 0;
    while (end < most - begin && same(pieces.length - 1 - end, had.length - 1 - end)) end++;
    const nodes = Array.from(this.layer.childNodes);
    for (const node of nodes.slice(begin, nodes.length - end)) node.remove();
    const between = document.createDocumentFragment();
    for (const piece of pieces.slice(begin, pieces.length - end)) between.append(markElement(piece));
    this.layer.insertBefore(between, nodes[nodes.length - end] ?? null);
    this.drawn = pieces;
    // Where what follows an edit begins now.
    for (let back = 1; back <= end; back++) {
      const node = nodes[nodes.length - back];
      const at = pieces[pieces.length - back]?.begin;
      if (node instanceof HTMLElement && at !== undefined) node.dataset["begin"] = String(at);
    }
  }

  /** The text in the order of its marks, and what stands between them. */
  private pieces(): Piece[] {
    const text = this.text;
    const pieces: Piece[] = [];
    let at = 0;
    for (const { begin, end, mark, chosen } of segmentsOf(this.marks, this.chosen)) {
      if (begin > at) pieces.push({ text: text.slice(at, begin) });
      const kind = [chosen ? "chosen" : "", mark?.severity ?? "", (mark?.findings ?? 0) > 1 ? "crossed" : ""];
      pieces.push({ text: text.slice(begin, end), begin, kind });
      at = end;
    }
    // The last line needs something on it to have a height.
    pieces.push({ text: `${text.slice(at)}\u200b` });
    return pieces;
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
