// Every word of the list of many reports: what stands there from the start, and what is said with figures.

import type { Verdict } from "../answer.ts";
import { inLanguage, translated } from "../language.ts";
import type { Column } from "./lines.ts";

const zh = {
  columns: {
    agency: "单位",
    path: "文件",
    year: "年度",
    verdict: "结论",
    errors: "错误",
    warnings: "提醒",
    blanks: "空白格",
    new: "本年新收",
    handled: "办理总计",
    carried: "结转下年",
  } as Record<Column, string>,
  /** Of the exports: of the list after its columns, and of the cells. */
  more: ["表式", "提示", "规则", "说明"],
  cells: ["文件", "单位", "年度", "格", "名称", "数值", "状态"],
  sheets: ["清单", "各格"],
  verdicts: {
    inconsistent: "不一致",
    incomplete: "未核全",
    consistent: "一致",
    unknown_form: "表式不明",
    unreadable: "无法读取",
  } as Record<Verdict, string>,
  all: "全部",
  anyRule: "全部规则",
  listed: (count: number): string => `列出 ${count} 份`,
  noAgency: "单位未识别",
  unknown: "没有读到",
  withPrevious: (year: number): string => `与 ${year} 年核对`,
  double: (path: string, text: boolean): string => `与「${path}」${text ? "内容相同" : "同单位同年度"}`,
  checking: "正在核对",
  pairing: "正在与上年报告核对",
  exporting: "正在导出",
  done: (count: number, years: number): string =>
    `核对完毕，共 ${count} 份${years > 0 ? `；其中 ${years} 份与上年报告核对` : ""}。`,
  stopped: (done: number, left: number): string => `已停止，清单里有 ${done} 份${left > 0 ? `，另有 ${left} 份没有核对` : ""}。`,
  notExported: "已停止，没有导出。",
  broken: (reason: string): string => `核对时出错，没有核对（${reason}）`,
  folderFailed: (name: string): string => `浏览器不让页面读取拖进来的文件夹「${name}」，请用「多份核对」里的「打开文件夹」。`,
  position: (at: number, all: number): string => `第 ${at} 份，共 ${all} 份`,
  file: (what: string, count: number): string => `年报核对${what}（${count}份）`,
  units: (chosen: number, all: number): string => `所属单位：已选 ${chosen} 份，共 ${all} 份`,
  choose: "请选择",
  compared: (cells: number, differing: number, units: number): string =>
    `比较了 ${cells} 格，${differing > 0 ? `其中 ${differing} 格不` : "都"}等于 ${units} 个单位之和`,
  partly: "；有的没有比较，或有别的年度，见下",
  nothing: "没有可以比较的格",
  absent: (unit: string): string => `加上没有勾选的「${unit}」，各格就都等于各单位之和。`,
  rollup: ["格", "汇总报告", "各单位之和", "差额"],
};

const en: typeof zh = {
  columns: {
    agency: "Unit",
    path: "File",
    year: "Year",
    verdict: "Verdict",
    errors: "Errors",
    warnings: "Warnings",
    blanks: "Blanks",
    new: "New",
    handled: "Handled",
    carried: "Carried over",
  },
  more: ["Form", "Notices", "Rules", "Notes"],
  cells: ["File", "Unit", "Year", "Cell", "Name", "Value", "State"],
  sheets: ["List", "Cells"],
  verdicts: {
    inconsistent: "Inconsistent",
    incomplete: "Incomplete",
    consistent: "Consistent",
    unknown_form: "Unknown form",
    unreadable: "Unreadable",
  },
  all: "All",
  anyRule: "All rules",
  listed: (count) => `${count} listed`,
  noAgency: "Unknown unit",
  unknown: "not read",
  withPrevious: (year) => `checked with ${year}`,
  double: (path, text) => `same ${text ? "text" : "unit and year"} as “${path}”`,
  checking: "Checking",
  pairing: "Checking with the year before",
  exporting: "Exporting",
  done: (count, years) => `Done: ${count} reports${years > 0 ? `, ${years} with the year before` : ""}.`,
  stopped: (done, left) => `Stopped: ${done} in the list${left > 0 ? `, ${left} not checked` : ""}.`,
  notExported: "Stopped; nothing was exported.",
  broken: (reason) => `not checked (${reason})`,
  folderFailed: (name) => `The browser does not let the dropped folder “${name}” be read; use “Open folder” in “Many reports”.`,
  position: (at, all) => `${at} of ${all}`,
  file: (what, count) => `gouji ${what} ${count}`,
  units: (chosen, all) => `Units: ${chosen} of ${all}`,
  choose: "Choose",
  compared: (cells, differing, units) => `${differing || "None"} of ${cells} cells differ from the sum of ${units} units`,
  partly: "; some were not compared or are of another year, see below",
  nothing: "No cell could be compared",
  absent: (unit) => `With “${unit}”, which is not ticked, all cells equal the units' sum.`,
  rollup: ["Cell", "Parent", "Units' sum", "Difference"],
};

export let words = zh;

inLanguage((language) => {
  words = language === "en" ? en : zh;
});

const filter = 'type="search" placeholder="{筛选单位或文件|Filter units or files}" aria-label="{筛选单位或文件|Filter units or files}"';

const list = `<div class="batch-bar"><h2>{多份核对|Many reports}</h2>
<label class="button"><span>{打开文件夹|Open folder}…</span><input type="file" webkitdirectory aria-label="{打开文件夹|Open folder}"></label>
<div role="group" aria-label="{视图|View}"><button data-do="list" aria-pressed="false">{清单|List}</button><button data-do="heat" aria-pressed="false">{规则分布|By rule}</button><button data-do="rollup" aria-pressed="false">{汇总核对|Roll-up}</button></div>
<div role="group" aria-label="{导出|Export}">{导出|Export} <button data-do="lines">{清单|List} CSV</button><button data-do="csv">{各格|Cells} CSV</button><button data-do="xlsx">{清单和各格|List and cells} XLSX</button></div>
<button data-do="close">{清空清单|Clear list}</button></div>
<div class="batch-bar batch-progress" hidden><label><span></span> <progress></progress></label><button data-do="stop">{停止|Stop}</button></div>
<p class="batch-status" role="status"></p>
<div class="batch-bar batch-filters"><input ${filter}><div role="group" aria-label="{按结论筛选|Filter by verdict}"></div><select aria-label="{规则|Rule}"></select><span role="status"></span></div>
<p class="batch-hint">{把年报的文件夹拖到这里，或点「打开文件夹」。同一单位相邻两年的一并核对。|Drop a folder of reports here, or open one. Consecutive years of a unit are checked together.}</p>
<p class="batch-hint">{✗ 错误，! 提醒，i 提示，数字是条数。点规则只列有它的单位，点数字打开报告。|✗ errors, ! warnings, i notices, and how many. A rule lists its units, a figure opens the report.}</p>`;

const rollup = `<div class="batch-choice"><label>{汇总报告|Parent report}<select></select></label>
<p class="batch-hint">{选汇总报告，勾选它所汇总的单位（同年度的已勾选），逐格与各单位之和比较。|Choose the parent report and its units (those of its year are ticked): each figure is compared with their sum.}</p>
<fieldset><legend></legend><div class="batch-bar"><input ${filter}><button data-do="all">{全选|All}</button><button data-do="none">{全不选|None}</button></div><div class="batch-units"></div></fieldset>
<button data-do="run">{核对汇总|Check roll-up}</button></div>
<div class="batch-result"><h3 tabindex="-1"></h3>
<p class="batch-absent"><span></span> <button data-do="add">{加上再核对|Add and check}</button></p>
<ul tabindex="0"></ul><div class="batch-bar"><label><input type="checkbox" checked>{只列不等的格|Differing cells only}</label><button data-do="open">{打开汇总报告|Open parent report}</button></div>
<table aria-label="{汇总核对各格|Roll-up by cell}"></table></div>`;

/** What stands there from the start, in the language of the page; of a report it holds nothing. */
export function markup(part: "list" | "rollup"): string {
  return translated({ list, rollup }[part]);
}
