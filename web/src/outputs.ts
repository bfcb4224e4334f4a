// What the page hands over of one report: the tables on the clipboard, the review sheet, the answer for machines, and
// the page itself.

import type { Forms } from "./answer.ts";
import type { Checker } from "./checker.ts";
import { byId, empty } from "./dom.ts";
import { copyTables, type TableContent } from "./handover/copy_table.ts";
import { download, fileName } from "./handover/download.ts";
import { shippedPage } from "./handover/offline_page.ts";
import { reviewDocument, type ReviewInput, reviewSheet } from "./handover/review_sheet.ts";
import reviewStyle from "./handover/review.css";
import pictureStyle from "./pictures/pictures.css";
import { isThere, layoutOf } from "./tables.ts";
import type { Workbench } from "./workbench.ts";
import { words } from "./words.ts";

export class Outputs {
  constructor(
    private readonly checker: Checker,
    private readonly workbench: Workbench,
    private readonly forms: () => Forms,
  ) {
    // Also when the browser's own menu prints.
    window.onbeforeprint = (): void => this.preparePrint();
  }

  async make(output: string): Promise<void> {
    this.workbench.tell("files", "");
    this.workbench.tell("done", "");
    if (output === "page") {
      download(fileName([words.output.page], "html"), "text/html", shippedPage());
      return;
    }
    const input = this.input();
    if (input === undefined) {
      this.workbench.tell("files", words.output.nothing);
      return;
    }
    const { agency, year, cells } = input.answer;
    const edited = cells.filter((cell) => cell.edited !== undefined).length;
    const named = (what: string, extension: string): string =>
      fileName([agency ?? this.workbench.name, year, what + (edited > 0 ? words.output.edited : "")], extension);
    if (output === "copy") {
      const tables = this.tables(input);
      if (tables.length === 0) this.workbench.tell("files", words.output.nothing);
      else if (copyTables(tables)) this.workbench.tell("done", words.output.copied(tables.length, edited));
      else this.workbench.tell("files", words.output.notCopied);
    } else if (output === "print") {
      this.preparePrint();
      window.print();
    } else if (output === "sheet") {
      download(named(words.output.sheet, "html"), "text/html", reviewDocument(input, reviewStyle + pictureStyle));
    } else if (output === "json") {
      const { question } = this.workbench;
      const answer = await this.checker.ask((core) => core.check(question));
      download(named(words.output.answer, "json"), "application/json", answer);
    } else {
      const { question, name } = this.workbench;
      const log = await this.checker.ask((core) => core.sarif(question, name));
      download(named(words.output.answer, "sarif"), "application/json", log);
    }
  }

  private input(): ReviewInput | undefined {
    const { shown, name } = this.workbench;
    return byId("report", HTMLElement).hidden ? undefined : shown && { ...shown, forms: this.forms(), file: name, checked: new Date() };
  }

  private tables({ answer, forms }: ReviewInput): TableContent[] {
    const cells = new Map(answer.cells.map((cell) => [cell.id, cell]));
    return answer.tables.filter(isThere).flatMap((table) => {
      const layout = layoutOf(forms, answer, table);
      return layout === undefined ? [] : [{ layout, cells }];
    });
  }

  private preparePrint(): void {
    const box = byId("print", HTMLElement);
    const input = this.input();
    empty(box);
    if (input !== undefined) box.append(reviewSheet(input));
  }
}
