// Help inside the page: the keys of the tables, and what each rule of the catalogue means, by the core's own words.

import { empty, make } from "./dom.ts";
import { basisOf } from "./finding_words.ts";
import { language } from "./language.ts";
import { words } from "./words.ts";

interface RuleHelp {
  readonly rule: string;
  readonly severity: "error" | "warning" | "info";
  readonly basis: string;
  readonly basis_text: string;
  readonly title: string;
  readonly title_en: string;
  readonly meaning: string;
  readonly meaning_en: string;
  readonly example: string;
}

export class Help {
  private rules: readonly RuleHelp[] | undefined;
  private readonly list = make("div", "help-rules");
  private readonly search = make("input");

  constructor(
    private readonly read: () => Promise<string>,
    private readonly leave: () => void,
  ) {
    this.search.type = "search";
    this.search.addEventListener("input", () => this.filter());
  }

  build(box: HTMLElement): void {
    const head = make("div", "bar");
    const title = make("h2", "", words.help.title);
    const back = make("button", "", words.help.back);
    title.id = "help-title";
    title.tabIndex = -1;
    back.type = "button";
    back.addEventListener("click", this.leave);
    head.append(title, back);
    const keys = make("dl");
    for (const [key, meaning] of words.help.keyList) keys.append(make("dt", "", key), make("dd", "", meaning));
    const find = make("label", "help-find", words.help.find);
    find.append(this.search);
    const inside = make("div", "help-body");
    inside.append(make("h3", "", words.help.keys), keys, make("h3", "", words.help.rules), find, this.list);
    box.append(head, inside);
    this.rules = undefined;
    empty(this.list);
  }

  /** Shows a rule, or the beginning. */
  show(rule: string | undefined): void {
    void this.fill().then(() => {
      this.search.value = rule ?? "";
      this.filter();
      const entry = this.list.querySelector<HTMLDetailsElement>("details:not([hidden])");
      if (rule === undefined) {
        document.getElementById("help-title")?.focus();
      } else if (entry !== null) {
        entry.open = true;
        entry.querySelector("summary")?.focus();
      }
    });
  }

  async fill(): Promise<void> {
    if (this.rules !== undefined) return;
    this.rules = JSON.parse(await this.read()) as RuleHelp[];
    const english = language() === "en";
    empty(this.list);
    for (const { rule, severity, basis, basis_text, title, title_en, meaning, meaning_en, example } of this.rules) {
      const entry = make("details");
      const head = make("summary");
      const level = make("span", "finding-severity", words.severity[severity]);
      entry.dataset["severity"] = severity;
      head.append(level, " ", english ? title_en : title, " ", make("code", "", rule));
      entry.append(head, make("p", "", english ? meaning_en : meaning));
      if (!english) entry.append(make("p", "", `${words.help.example}${example}`));
      const { source, reason } = basisOf({ basis, basis_text });
      entry.append(make("p", "help-basis", reason === "" ? source : `${source}：${reason}`));
      this.list.append(entry);
    }
    this.list.append(make("p", "help-none", words.help.none));
  }

  private filter(): void {
    const wanted = this.search.value.trim().toLowerCase();
    let any = false;
    for (const entry of Array.from(this.list.children)) {
      if (!(entry instanceof HTMLDetailsElement)) continue;
      entry.hidden = !(entry.textContent ?? "").toLowerCase().includes(wanted);
      any = any || !entry.hidden;
    }
    const none = this.list.lastElementChild;
    if (none instanceof HTMLElement) none.hidden = any;
  }
}
