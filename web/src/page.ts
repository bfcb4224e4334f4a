// The page around its views: one report, many reports, help; files and what is pasted, wherever it falls; the
// language and how large and how strong everything is shown.

import type { Forms } from "./answer.ts";
import { Batch } from "./batch/batch.ts";
import { filesOf } from "./batch/folder.ts";
import { Checker } from "./checker.ts";
import type { Core } from "./core.ts";
import { byId } from "./dom.ts";
import { example } from "./examples.ts";
import { accepted, openFile } from "./files/open.ts";
import { Help } from "./help.ts";
import { language, setLanguage, translated } from "./language.ts";
import type { Edits } from "./messages.ts";
import { Outputs } from "./outputs.ts";
import type { Named } from "./report.ts";
import { body } from "./unpacked.ts";
import { Workbench } from "./workbench.ts";
import { words } from "./words.ts";

const views = ["report", "batch", "help"] as const;
type View = (typeof views)[number];

/** What the user has chosen of the page itself stands in its address, so that it can be kept as a bookmark: nothing is
 *  stored. `#en+large` is English in large letters. */
const settings = {
  all: new Set<string>(),
  read(): void {
    this.all = new Set(location.hash.slice(1).split("+"));
  },
  set(name: string, chosen: boolean): void {
    if (chosen) this.all.add(name);
    else this.all.delete(name);
    this.all.delete("");
    location.replace(`#${[...this.all].join("+")}`);
  },
};

function showBody(): void {
  const running = document.querySelector("gouji-running");
  document.body.textContent = "";
  if (running !== null) document.body.append(running);
  document.body.insertAdjacentHTML("beforeend", translated(body));
}

class Page {
  private readonly root = document.documentElement;
  private readonly checker: Checker;
  /** Made when it is first asked for: most users have one report. */
  private list: Batch | undefined;
  /** Of the reports of the list, by their names and texts: a new version of a file is another report. */
  private readonly edits = new Map<string, Edits>();
  /** The one of them that was opened last. */
  private opened = "";
  private readonly help: Help;
  private workbench!: Workbench;
  private outputs!: Outputs;
  private forms: Forms = { forms: [] };
  private view: View = "report";
  /** Why the core does not start. */
  private failure: string | undefined;
  private opening = 0;

  constructor(core: Core) {
    delete this.root.dataset["ready"];
    this.checker = new Checker(core, {
      ready: (forms) => {
        this.forms = forms;
        this.root.dataset["ready"] = "true";
      },
      answer: (answer, question) => this.workbench.show(answer, question),
      // It is told of no check even before it is made.
      busy: (busy) => this.workbench?.busy(busy),
      unusable: (reason) => {
        this.failure = reason;
        this.workbench.tell("core", words.failure.start(reason));
      },
      failed: (reason) => this.workbench.tell("check", words.failure.check(reason)),
    });
    this.help = new Help(
      () => this.checker.ask((known) => known.help()),
      () => this.show("report"),
    );
    settings.read();
    setLanguage(settings.all.has("en") ? "en" : "zh");
    this.build();
    this.listen();
  }

  /** Makes all that is seen; again when the language changes. */
  private build(): void {
    const state = this.workbench?.state;
    showBody();
    this.root.lang = language() === "en" ? "en" : "zh-CN";
    const explain = (rule: string): void => {
      this.show("help");
      this.help.show(rule);
    };
    const series = (agency: string): ReturnType<Batch["seriesOf"]> => this.list?.seriesOf(agency) ?? [];
    this.workbench = new Workbench(this.checker, () => this.forms, explain, series);
    this.outputs = new Outputs(this.checker, this.workbench, () => this.forms);
    this.help.build(byId("help", HTMLElement));
    for (const id of ["files", "previous-file"]) byId(id, HTMLInputElement).accept = accepted;
    for (const box of Array.from(document.querySelectorAll<HTMLInputElement>("[data-setting]"))) {
      const name = box.dataset["setting"] ?? "";
      box.checked = settings.all.has(name);
      this.root.classList.toggle(name, box.checked);
    }
    this.show(this.view);
    if (state !== undefined) this.workbench.open(state.report, state.edits);
    if (this.failure !== undefined) this.workbench.tell("core", words.failure.start(this.failure));
    if (this.view === "help") void this.help.fill();
  }

  private get batch(): Batch {
    this.list ??= new Batch({
      openFile,
      show: (report) => {
        const { report: before, edits } = this.workbench.state;
        const key = ({ name, text }: Named): string => `${name}\0${text}`;
        if (before.position !== "") this.edits.set(this.opened, edits);
        this.opened = key(report);
        this.workbench.open(report, this.edits.get(this.opened));
        this.show("report");
      },
    });
    return this.list;
  }

  private show(view: View): void {
    this.view = view;
    if (view === "batch") byId("batch", HTMLElement).append(this.batch.element);
    for (const id of views) byId(id, HTMLElement).hidden = id !== view;
    byId("to-batch", HTMLElement).setAttribute("aria-pressed", String(view === "batch"));
    byId("to-help", HTMLElement).setAttribute("aria-pressed", String(view === "help"));
    this.root.dataset["view"] = view;
    // They are of the one report, which is not to be seen then.
    for (const button of Array.from(document.querySelectorAll<HTMLButtonElement>("[data-output]"))) {
      button.disabled = view === "batch" && button.dataset["output"] !== "page";
    }
  }

  // On the document, which stays when the body is made again.
  private listen(): void {
    document.addEventListener("click", (event) => this.clicked(event));
    document.addEventListener("change", (event) => this.changed(event));
    document.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("selectionchange", () => this.workbench.followCaret());
    const holdsFiles = (data: DataTransfer | null): boolean => data !== null && Array.from(data.types).includes("Files");
    document.addEventListener("dragover", (event) => {
      if (!holdsFiles(event.dataTransfer)) return;
      event.preventDefault();
      this.root.dataset["drop"] = "";
    });
    document.addEventListener("dragleave", (event) => {
      if (event.relatedTarget === null) delete this.root.dataset["drop"];
    });
    document.addEventListener("drop", (event) => {
      delete this.root.dataset["drop"];
      if (event.dataTransfer === null || !holdsFiles(event.dataTransfer)) return;
      event.preventDefault();
      const beside = this.workbench.isBeside(event.target);
      filesOf(event.dataTransfer).then(
        (files) => this.open(files, beside),
        (error: unknown) => this.refuse(error),
      );
    });
    document.addEventListener("paste", (event) => {
      if (event.defaultPrevented) return;
      const files = Array.from(event.clipboardData?.files ?? []);
      const plain = event.clipboardData?.getData("text/plain") ?? "";
      if (this.workbench.paste(event, plain) || files.length === 0 || plain !== "") return;
      event.preventDefault();
      void this.open(files, this.workbench.isBeside(event.target));
    });
  }

  private clicked({ target }: MouseEvent): void {
    if (!(target instanceof Element)) return;
    // A menu closes when anything else is chosen, or something in it.
    for (const menu of Array.from(document.querySelectorAll<HTMLDetailsElement>("details.menu[open]"))) {
      if (!menu.contains(target) || target instanceof HTMLButtonElement) menu.open = false;
    }
    const button = target.closest("button");
    if (button === null) return;
    const { example: name, output, step } = button.dataset;
    if (name !== undefined) this.workbench.openAlone({ name: "", text: example(name) });
    else if (output !== undefined) this.outputs.make(output).catch((error: unknown) => this.refuse(error));
    else if (step !== undefined) this.batch.step(step === "1" ? 1 : -1);
    else if (button.id === "to-batch") this.show(this.view === "batch" ? "report" : "batch");
    else if (button.id === "back") this.showList();
    else if (button.id === "to-help") this.toggleHelp();
    else if (button.id === "language") this.translate();
  }

  private showList(): void {
    this.show("batch");
    this.batch.focus();
  }

  private refuse(error: unknown): void {
    this.show("report");
    this.workbench.tell("files", error instanceof Error ? error.message : String(error));
  }

  private toggleHelp(): void {
    if (this.view === "help") {
      this.show("report");
    } else {
      this.show("help");
      this.help.show(undefined);
    }
  }

  private translate(): void {
    setLanguage(language() === "en" ? "zh" : "en");
    settings.set("en", language() === "en");
    this.build();
    byId("language", HTMLElement).focus();
  }

  private changed({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    const { setting } = target.dataset;
    if (setting !== undefined) {
      settings.set(setting, target.checked);
      this.root.classList.toggle(setting, target.checked);
    } else if (target.id === "files" || target.id === "previous-file") {
      const files = Array.from(target.files ?? []);
      void this.open(files, target.id === "previous-file").then(() => {
        target.value = "";
      });
    }
  }

  private key(event: KeyboardEvent): void {
    const menu = event.target instanceof Element ? event.target.closest<HTMLDetailsElement>("details.menu[open]") : null;
    if (event.key === "Escape" && menu !== null) {
      menu.open = false;
      menu.querySelector("summary")?.focus();
    } else if (event.altKey && this.view === "report" && (event.key === "ArrowUp" || event.key === "ArrowDown") && !byId("position", HTMLElement).hidden) {
      event.preventDefault();
      this.batch.step(event.key === "ArrowDown" ? 1 : -1);
    }
  }

  /** One file is a report to be looked at, several are a list. */
  private async open(files: readonly File[], beside: boolean): Promise<void> {
    const [only] = files;
    if (only === undefined) return;
    if (files.length > 1 && !beside) {
      this.show("batch");
      await this.batch.add(files);
      return;
    }
    try {
      const turn = ++this.opening;
      const { name, text } = await this.checker.ask((core) => openFile(only, core));
      // Another was opened while this one was read.
      if (turn !== this.opening) return;
      if (beside) this.workbench.openPrevious(text);
      else this.workbench.openAlone({ name, text });
      if (!beside) this.show("report");
      this.workbench.tell("files", "");
    } catch (error) {
      this.refuse(error);
    }
  }
}

export function startPage(core: Core): void {
  new Page(core);
}
