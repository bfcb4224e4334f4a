// The list of findings, worst first. Those that one repair settles stand together under what it proposes.

import type { Alternative, Finding, Repair, Severity } from "./answer.ts";
import { empty, make } from "./dom.ts";
import { basisOf, messageOf } from "./finding_words.ts";
import { hull, type Lines } from "./spans.ts";
import { words } from "./words.ts";

/** A space to part words by that leaves no indent where a line begins. */
const gap = "\u2003";
/** The changes of a whole row are told by its first few; all are seen in the table when made. */
const mostTold = 4;
const severities: readonly Severity[] = ["error", "warning", "info"];

export interface Entry {
  readonly finding: Finding;
  /** The place of its repair in the answer, or -1. */
  readonly repair: number;
}

/** Worst first, else as the core gave them; a repair's findings follow the first of them. */
export function inOrder(findings: readonly Finding[], repairs: readonly Repair[]): Entry[] {
  const sorted = severities
    .flatMap((severity) => findings.filter((finding) => finding.severity === severity))
    .map((finding) => ({
      finding,
      repair: repairs.findIndex(({ equations }) => equations.includes(finding.equation ?? "")),
    }));
  return sorted.flatMap((entry, at) => {
    if (entry.repair < 0) return [entry];
    const group = sorted.filter(({ repair }) => repair === entry.repair);
    return sorted.indexOf(group[0] ?? entry) === at ? group : [];
  });
}

export function placeOf(finding: Finding, lines: Lines): string {
  const place = hull(finding.spans);
  if (place === undefined) return words.findings.noPlace;
  const first = lines.at(place[0]);
  const last = lines.at(Math.max(place[0], place[1] - 1));
  return first === last ? words.findings.line(first) : words.findings.lines(first, last);
}

export interface FindingListContent {
  readonly findings: readonly Finding[];
  readonly repairs: readonly Repair[];
  readonly lines: Lines;
  /** What people call a cell. */
  nameOf(cell: string): string;
}

export class FindingList {
  private content: FindingListContent | undefined;
  private shown: readonly Entry[] = [];
  private key = "";
  private readonly filters = new Map<Severity, HTMLButtonElement>();

  constructor(
    private readonly list: HTMLOListElement,
    private readonly none: HTMLElement,
    filters: HTMLElement,
    private readonly chosen: (finding: Finding) => void,
    private readonly adopted: (alternative: Alternative) => void,
    private readonly explained: (rule: string) => void,
  ) {
    list.addEventListener("click", (event) => this.click(event));
    list.addEventListener("keydown", (event) => this.keydown(event));
    empty(filters);
    for (const severity of severities) {
      const button = make("button");
      button.type = "button";
      button.dataset["filter"] = severity;
      button.setAttribute("aria-pressed", "true");
      button.addEventListener("click", () => {
        button.setAttribute("aria-pressed", String(!this.lets(severity)));
        this.render();
      });
      this.filters.set(severity, button);
      filters.append(button);
    }
    this.show(undefined);
  }

  show(content: FindingListContent | undefined): void {
    this.content = content;
    this.render();
  }

  /** Marks the finding that is shown in the text and the tables, if any. */
  mark(finding: Finding | undefined): void {
    this.items().forEach((item, at) => {
      if (finding !== undefined && this.shown[at]?.finding === finding) item.setAttribute("aria-current", "true");
      else item.removeAttribute("aria-current");
    });
  }

  private lets(severity: Severity): boolean {
    return this.filters.get(severity)?.getAttribute("aria-pressed") === "true";
  }

  private render(): void {
    const findings = this.content?.findings ?? [];
    const repairs = this.content?.repairs ?? [];
    for (const [severity, button] of this.filters) {
      const count = findings.filter((finding) => finding.severity === severity).length;
      button.textContent = `${words.severity[severity]} ${count}`;
      button.hidden = count === 0;
    }
    this.shown = inOrder(findings, repairs).filter(({ finding }) => this.lets(finding.severity));
    this.none.textContent = findings.length > 0 ? words.findings.filtered : words.findings.none;
    this.none.hidden = this.shown.length > 0;
    const rows = this.shown.map(({ finding, repair }) => {
      const place = this.content === undefined ? "" : placeOf(finding, this.content.lines);
      return { finding, repair, place };
    });
    const key = JSON.stringify([
      repairs,
      rows.map(({ finding, repair, place }) => [finding.rule, finding.severity, finding.message, repair, place]),
    ]);
    if (key !== this.key) {
      this.key = key;
      empty(this.list);
      rows.forEach(({ finding, repair, place }, at) => {
        const proposed = repairs[repair];
        const item = this.item(finding, place);
        if (proposed !== undefined) item.className = "grouped";
        if (proposed !== undefined && rows[at - 1]?.repair !== repair) item.prepend(this.head(proposed, repair));
        this.list.append(item);
      });
    }
  }

  private item(finding: Finding, place: string): HTMLLIElement {
    const item = make("li");
    const button = make("button", "finding");
    item.dataset["rule"] = finding.rule;
    item.dataset["severity"] = finding.severity;
    item.tabIndex = -1;
    button.type = "button";
    const { source, reason } = basisOf(finding);
    const basis = make("span", "finding-basis", source);
    if (finding.basis === "official") basis.classList.add("official");
    if (reason !== "") basis.append(make("span", "finding-reason", `：${reason}`));
    const message = make("span", "finding-message");
    message.append(make("span", "", messageOf(finding)), gap, basis);
    button.append(make("span", "finding-severity", words.severity[finding.severity]), message);
    button.append(make("span", "finding-place", place));
    const explain = make("button", "explain", "?");
    explain.type = "button";
    explain.title = words.findings.explain;
    explain.setAttribute("aria-label", words.findings.explain);
    item.append(button, explain);
    return item;
  }

  /** Above the first of the findings that it settles. */
  private head({ alternatives, proved }: Repair, repair: number): HTMLElement {
    const head = make("div", "repair");
    const [first, ...others] = alternatives;
    head.append(make("h3", "", words.repair.heading));
    if (first === undefined) head.append(make("p", "", words.repair.none));
    else head.append(this.proposal(first, repair, 0));
    if (!proved) head.append(make("p", "unproved", words.repair.unproved));
    if (others.length > 0) {
      const more = make("details");
      more.append(make("summary", "", words.repair.others(others.length)));
      // There may be hundreds: they are made when asked for.
      const open = (): void => {
        others.forEach((other, at) => more.append(this.proposal(other, repair, at + 1)));
      };
      more.addEventListener("toggle", open, { once: true });
      head.append(more);
    }
    return head;
  }

  private proposal({ changes, kind }: Alternative, repair: number, alternative: number): HTMLElement {
    const line = make("div", "proposal");
    const nameOf = (cell: string): string => this.content?.nameOf(cell) ?? cell;
    const told = changes.slice(0, mostTold).map(({ cell, from, to }) => words.repair.change(nameOf(cell), from, to));
    const text = make("p", "", told.join("；") + (changes.length > mostTold ? words.repair.more(changes.length) : ""));
    const button = make("button");
    text.id = `repair-${repair}-${alternative}`;
    const why = words.repair.kind[kind];
    if (why !== undefined) text.append(gap, make("span", "why", why));
    button.type = "button";
    button.dataset["repair"] = String(repair);
    button.dataset["alternative"] = String(alternative);
    button.textContent = words.repair.apply;
    button.setAttribute("aria-describedby", text.id);
    line.append(text, button);
    return line;
  }

  private items(): HTMLElement[] {
    return Array.from(this.list.querySelectorAll<HTMLElement>("[data-rule]"));
  }

  private at(event: Event): number {
    const item = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-rule], .repair") : null;
    return item === null ? -1 : this.items().indexOf(item);
  }

  private click(event: Event): void {
    const button = event.target instanceof HTMLElement ? event.target : null;
    const { repair, alternative } = button?.dataset ?? {};
    const adopted = this.content?.repairs[Number(repair)]?.alternatives[Number(alternative)];
    const rule = this.shown[this.at(event)]?.finding.rule;
    if (adopted !== undefined) this.adopted(adopted);
    else if (rule !== undefined && button?.className === "explain") this.explained(rule);
    else this.choose(event);
  }

  private choose(event: Event): void {
    const entry = this.shown[this.at(event)];
    if (entry !== undefined) this.chosen(entry.finding);
  }

  private keydown(event: KeyboardEvent): void {
    const at = this.at(event);
    if (at < 0) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const next = this.items()[at + (event.key === "ArrowDown" ? 1 : -1)];
      next?.querySelector<HTMLElement>(".finding")?.focus();
      event.preventDefault();
    } else if ((event.key === "Enter" || event.key === " ") && event.target instanceof HTMLLIElement) {
      this.choose(event);
      event.preventDefault();
    }
  }
}
