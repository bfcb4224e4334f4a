// Every word that script puts on the page.

import type { CellState, Severity, TableStatus } from "./answer.ts";
import { inLanguage } from "./language.ts";
import type { Proposal } from "./repairs.ts";

// Intl's formatter takes longer to make than the rest of the page takes to start.
function figure(value: number): string {
  const [whole = "", ...decimals] = String(value).split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...decimals].join(".");
}

function changed(from: number | null, to: number): string {
  return from === null ? `填为 ${figure(to)}` : `由 ${figure(from)} 改为 ${figure(to)}`;
}

function changedInEnglish(from: number | null, to: number): string {
  return from === null ? `set to ${figure(to)}` : `from ${figure(from)} to ${figure(to)}`;
}

const counted = (count: number, one: string, many = `${one}s`): string => `${figure(count)} ${count === 1 ? one : many}`;

const zh = {
  figure,

  meta: {
    year: (year: number): string => `${year} 年`,
    form: (form: string): string => `${form} 版表式`,
    length: (units: number): string => `${figure(units)} 字`,
  },

  cell: {
    /** Spoken, and on hover, for what is not a plain number. */
    state: {
      printed: "",
      blank: "空白",
      placeholder: "占位符",
      unreadable: "不是数字",
      missing: "文本里没有这一格",
      ambiguous: "数字归不到格",
    } satisfies Record<CellState, string>,
    /** Seen in the cell where it has no text of its own. */
    sign: {
      printed: "",
      blank: "",
      placeholder: "",
      unreadable: "!",
      missing: "缺",
      ambiguous: "?",
    } satisfies Record<CellState, string>,
    printed: (text: string): string => `原文写作「${text}」`,
    typed: (text: string): string => `输入的是「${text}」`,
    inferred: (value: number): string => `由等式推出 ${figure(value)}`,
    inferredSpoken: "推算",
    candidates: (values: readonly (number | null)[]): string =>
      `可能是 ${values.map((value) => (value === null ? "空白" : figure(value))).join("、")}`,
    failing: (count: number): string => `在 ${count} 条不成立的等式里`,
    edited: (printed: string): string => `已改，原文「${printed}」`,
    type: (name: string): string => `${name}，输入数值`,
  },

  edits: {
    some: (cells: number): string => `已改 ${cells} 格：结论和发现按改后的表格，原文没有改`,
    none: "改动已撤销，结论按原文",
  },

  residual: {
    row: "行差",
    foot: {
      "T3.RESULTS": "分项之和 − 总计",
      "T3.BALANCE": "(一 + 二) − (三 + 四)",
      "T4.SUM": "分项之和 − 总计",
    } as Readonly<Record<string, string>>,
    pass: "成立",
    passBlankZero: "空白作 0 时成立",
    implied: "补上空白后可以成立",
    impliedSign: "待补",
    fail: (left: string, right: string, difference: string): string => `不成立：${left} − ${right} = ${difference}`,
    failed: "不成立",
    notChecked: "有格读不出，未核",
    notCheckedSign: "未核",
  },

  table: {
    name: (section: string): string => `表${section}`,
    status: {
      complete: "各格齐全",
      partial: "有格缺失",
      lost: "有标题，没有表",
      absent: "没有找到",
    } satisfies Record<TableStatus, string>,
    form: (form: string): string => `${form} 版`,
    lost: "标题在文本里，表格不在。从网页或文档复制时可能丢了表格；请回到原文，把表格一起选中再复制。",
    absent: "文本里没有这一部分。",
  },

  legend: {
    blank: "空白",
    placeholder: "占位符，照原样",
    unreadable: "不是数字",
    missing: "文本里没有",
    ambiguous: "归不到格",
    inferred: "由等式推出，不是原文",
    failing: "在不成立的等式里",
    implied: "补上空白后可以成立",
    notChecked: "有格读不出",
    edited: "在这里改过，不是原文",
  },

  severity: { error: "错误", warning: "提醒", info: "提示" } satisfies Record<Severity, string>,

  basis: {
    official: "官方要求",
    form: "表内关系",
    arithmetic: "计算",
    meaning: "表项含义",
    practice: "核对惯例",
    honesty: "如实说明",
  } as Readonly<Record<string, string>>,

  findings: {
    none: "没有需要处理的地方。",
    filtered: "选中的级别没有发现。",
    line: (line: number): string => `第 ${line} 行`,
    lines: (first: number, last: number): string => `第 ${first}–${last} 行`,
    noPlace: "全文",
    explain: "这条规则的说明",
  },

  repair: {
    heading: "使各式成立的最小改动",
    apply: "采用",
    change: (name: string, from: number | null, to: number): string => `${name}${changed(from, to)}`,
    cell: ({ from, to, together }: Proposal): string =>
      `使各式成立的最小改动：${changed(from, to)}${together > 1 ? `，共改 ${together} 格` : ""}`,
    others: (count: number): string => `其他改法（${count}）`,
    /** After the first few of many. */
    more: (count: number): string => ` 等，共 ${count} 格`,
    none: "没有找到。",
    unproved: "搜索未穷尽，可能有其他同样小的改动",
    /** Never what the error is: only what it looks like. */
    kind: {
      values_swapped: "像是两格互换",
      row_shifted: "像是整行错开一列",
      column_shifted: "像是整列错开一行",
      total_not_updated: "像是总计没有随分项改",
      digits_swapped: "像是数字颠倒",
      digit_dropped: "像是漏了一位",
      digit_added: "像是多了一位",
      digit_misread: "像是看错一位",
      off_by_one: "只差 1",
      value_of_neighbour: "与相邻格的数相同",
      blank_filled: "补上空格",
    } as Readonly<Record<string, string>>,
  },

  verdict: {
    repaired: (cells: number): string => `，改 ${cells} 格即可全部成立`,
    failing: (count: number): string => `${count} 条勾稽关系不成立`,
    errors: (count: number): string => `有 ${count} 处错误`,
    allHold: (count: number): string => `${count} 条勾稽关系全部成立`,
    allHoldBlankZero: (count: number): string => `空白作 0，${count} 条勾稽关系全部成立`,
    noContradiction: (held: number): string => `${held} 条勾稽关系成立，没有矛盾`,
    holdSoFar: (count: number): string => `能核的 ${count} 条勾稽关系都成立，但没有核全`,
    nothingChecked: "没有可核的勾稽关系",
    held: (held: number, all: number): string => `${all} 条中 ${held} 条成立`,
    implied: (count: number): string => `${count} 条补上空白后可以成立`,
    notChecked: (count: number): string => `${count} 条未核`,
    lostTables: (names: string): string => `${names}不在文本里`,
    missing: (count: number): string => `${count} 格缺失`,
    ambiguous: (count: number): string => `${count} 格归不到位`,
    unreadable: (count: number): string => `${count} 格不是数字`,
    blank: (count: number): string => `${count} 格空白`,
    inferred: (count: number): string => `${count} 格由等式推出`,
    otherErrors: (count: number): string => `另有 ${count} 处错误`,
    warnings: (count: number): string => `${count} 处提醒`,
    unknownForm: "认不出是哪一版表式",
    unknownFormNote: "文本里没有 2019 版或 2021 版表式的行名列名，没有核对任何数字",
    unreadableText: "这段文字没有办法核对",
    separator: "，",
  },

  output: {
    copied: (tables: number, edited: number): string =>
      `已复制 ${tables} 张表${edited > 0 ? `（含改过的 ${edited} 格）` : ""}，可以粘贴到 Word、WPS 或 Excel`,
    edited: "（改后）",
    notCopied: "浏览器不允许复制，请在表格里选中后复制",
    nothing: "还没有报告，请先粘贴或打开一份",
    sheet: "核对单",
    answer: "核对结果",
    page: "勾稽 年报核对",
  },

  help: {
    title: "帮助",
    back: "返回",
    keys: "表格里的按键",
    keyList: [
      ["方向键、Home、End", "在格子之间移动"],
      ["数字、Enter、F2", "改一格；Enter 确认并到下一行，Tab 确认并到下一格，Esc 放弃"],
      ["Delete", "改为空白"],
      ["Ctrl+V", "从这一格起粘贴 Excel、WPS 里复制的一片格子"],
      ["Ctrl+Z、Ctrl+Y", "撤销、重做"],
      ["Alt+↑、Alt+↓", "多份核对时，上一份、下一份"],
    ] as readonly (readonly [string, string])[],
    rules: "核对规则",
    find: "查找规则",
    example: "例：",
    none: "没有这样的规则。",
  },

  failure: {
    start: (reason: string): string =>
      `核对程序没有启动，这一页暂时不能用。请换用 Chromium 80、Firefox 113 或更新的浏览器打开。（${reason}）`,
    noWebAssembly: "浏览器没有 WebAssembly，或者被禁用",
    noWorker: "浏览器没有 Worker，或者被禁用",
    check: (reason: string): string => `这段文字核对时出了错，程序已重新启动；文字还在左边。（${reason}）`,
  },
};

const en: typeof zh = {
  figure,

  meta: {
    year: (year) => `${year}`,
    form: (form) => `form of ${form}`,
    length: (units) => `${figure(units)} characters`,
  },

  cell: {
    state: {
      printed: "",
      blank: "blank",
      placeholder: "placeholder",
      unreadable: "not a number",
      missing: "not in the text",
      ambiguous: "place not certain",
    },
    sign: zh.cell.sign,
    printed: (text) => `printed as “${text}”`,
    typed: (text) => `typed as “${text}”`,
    inferred: (value) => `${figure(value)} follows from the equations`,
    inferredSpoken: "inferred",
    candidates: (values) => `may be ${values.map((value) => (value === null ? "blank" : figure(value))).join(", ")}`,
    failing: (count) => `in ${counted(count, "relation")} that ${count === 1 ? "does" : "do"} not hold`,
    edited: (printed) => `edited, printed “${printed}”`,
    type: (name) => `${name}, type a figure`,
  },

  edits: {
    some: (cells) => `${counted(cells, "cell")} edited: verdict and findings are of the edited tables; the text is as it was`,
    none: "Nothing is edited any more; what is told is of the text",
  },

  residual: {
    row: "row",
    foot: {
      "T3.RESULTS": "parts − total",
      "T3.BALANCE": "(1 + 2) − (3 + 4)",
      "T4.SUM": "parts − total",
    },
    pass: "holds",
    passBlankZero: "holds with blanks as 0",
    implied: "can hold once the blanks are filled in",
    impliedSign: "blank",
    fail: (left, right, difference) => `does not hold: ${left} − ${right} = ${difference}`,
    failed: "does not hold",
    notChecked: "not tested, since a cell could not be read",
    notCheckedSign: "n/a",
  },

  table: {
    name: (section) => `Table ${"〇一二三四五六".indexOf(section)}`,
    status: {
      complete: "complete",
      partial: "cells missing",
      lost: "heading without its table",
      absent: "not found",
    },
    form: (form) => `form of ${form}`,
    lost: "The heading is in the text, the table is not. Copying may have lost it: select the table as well and copy again.",
    absent: "The text does not have this part.",
  },

  legend: {
    blank: "blank",
    placeholder: "placeholder, as printed",
    unreadable: "not a number",
    missing: "not in the text",
    ambiguous: "place not certain",
    inferred: "follows from the equations, not printed",
    failing: "in a relation that does not hold",
    implied: "can hold once the blanks are filled in",
    notChecked: "a cell could not be read",
    edited: "edited here, not in the text",
  },

  severity: { error: "Error", warning: "Warning", info: "Note" },

  basis: {
    official: "official requirement",
    form: "relation on the form",
    arithmetic: "arithmetic",
    meaning: "meaning of the cell",
    practice: "reviewing practice",
    honesty: "what the text does not tell",
  },

  findings: {
    none: "Nothing to be dealt with.",
    filtered: "No finding of the severities chosen.",
    line: (line) => `line ${line}`,
    lines: (first, last) => `lines ${first}–${last}`,
    noPlace: "whole text",
    explain: "About this rule",
  },

  repair: {
    heading: "The smallest change with which all relations hold",
    apply: "Apply",
    change: (name, from, to) => `${name} ${changedInEnglish(from, to)}`,
    cell: ({ from, to, together }) =>
      `The smallest change with which all relations hold: ${changedInEnglish(from, to)}${together > 1 ? `, ${together} cells in all` : ""}`,
    others: (count) => `Other ways (${count})`,
    more: (count) => ` and more, ${count} cells in all`,
    none: "None was found.",
    unproved: "The search was not complete: there may be others as small",
    kind: {
      values_swapped: "looks like two values swapped",
      row_shifted: "looks like a row shifted by a column",
      column_shifted: "looks like a column shifted by a row",
      total_not_updated: "looks like a total that was not updated",
      digits_swapped: "looks like digits swapped",
      digit_dropped: "looks like a digit dropped",
      digit_added: "looks like a digit too many",
      digit_misread: "looks like a digit misread",
      off_by_one: "off by one",
      value_of_neighbour: "the value of a neighbouring cell",
      blank_filled: "fills a blank",
    },
  },

  verdict: {
    repaired: (cells) => `; changing ${counted(cells, "cell")} makes all of them hold`,
    failing: (count) => `${counted(count, "relation")} ${count === 1 ? "does" : "do"} not hold`,
    errors: (count) => counted(count, "error"),
    allHold: (count) => `All ${count} relations hold`,
    allHoldBlankZero: (count) => `All ${count} relations hold with blanks as 0`,
    noContradiction: (held) => `${held} relations hold, nothing contradicts`,
    holdSoFar: (count) => `The ${count} relations that could be tested hold, others could not be tested`,
    nothingChecked: "No relation could be tested",
    held: (held, all) => `${held} of ${all} hold`,
    implied: (count) => `${count} can hold once the blanks are filled in`,
    notChecked: (count) => `${count} not tested`,
    lostTables: (names) => `not in the text: ${names}`,
    missing: (count) => `${counted(count, "cell")} missing`,
    ambiguous: (count) => `${counted(count, "cell")} of no certain place`,
    unreadable: (count) => `${counted(count, "cell")} not a number`,
    blank: (count) => `${counted(count, "blank cell")}`,
    inferred: (count) => `${counted(count, "cell")} inferred`,
    otherErrors: (count) => `${counted(count, "other error")}`,
    warnings: (count) => counted(count, "warning"),
    unknownForm: "The form cannot be told",
    unknownFormNote: "The text has none of the row and column heads of the forms of 2019 or 2021; no figure was tested",
    unreadableText: "This text cannot be checked",
    separator: ", ",
  },

  output: {
    copied: (tables, edited) =>
      `${counted(tables, "table")}${edited > 0 ? ` with ${counted(edited, "edited cell")}` : ""} copied, to be pasted into Word, WPS or Excel`,
    edited: " (edited)",
    notCopied: "The browser does not allow copying; select the tables and copy them",
    nothing: "There is no report yet: paste or open one first",
    sheet: "review sheet",
    answer: "answer",
    page: "Gouji",
  },

  help: {
    title: "Help",
    back: "Back",
    keys: "Keys in the tables",
    keyList: [
      ["Arrows, Home, End", "from cell to cell"],
      ["Figures, Enter, F2", "edit a cell; Enter keeps it and goes down, Tab keeps it and goes on, Esc gives it up"],
      ["Delete", "leave it blank"],
      ["Ctrl+V", "paste a block from a spreadsheet, from this cell on"],
      ["Ctrl+Z, Ctrl+Y", "undo, redo"],
      ["Alt+↑, Alt+↓", "of many reports the previous, the next"],
    ],
    rules: "The rules",
    find: "Find a rule",
    example: "For example: ",
    none: "There is no such rule.",
  },

  failure: {
    start: (reason) => `The checking program did not start, so this page cannot be used now. Please open it in Chromium 80, Firefox 113 or newer. (${reason})`,
    noWebAssembly: "the browser has no WebAssembly, or it is turned off",
    noWorker: "the browser has no Worker, or it is turned off",
    check: (reason) => `Checking this text went wrong and the program was started again; the text is still there. (${reason})`,
  },
};

export let words = zh;
inLanguage((language) => {
  words = language === "en" ? en : zh;
});
