// Every word that script puts on the page.

import type { CellState, Severity, TableStatus } from "./answer.ts";
import type { Proposal } from "./repairs.ts";

// Intl's formatter takes longer to make than the rest of the page takes to start.
function figure(value: number): string {
  const [whole = "", ...decimals] = String(value).split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...decimals].join(".");
}

function changed(from: number | null, to: number): string {
  return from === null ? `填为 ${figure(to)}` : `由 ${figure(from)} 改为 ${figure(to)}`;
}

export const words = {
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
    inferred: (value: number): string => `由等式推出 ${figure(value)}`,
    inferredSpoken: "推算",
    candidates: (values: readonly (number | null)[]): string =>
      `可能是 ${values.map((value) => (value === null ? "空白" : figure(value))).join("、")}`,
    failing: (count: number): string => `在 ${count} 条不成立的等式里`,
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
  },

  repair: {
    heading: "使各式成立的最小改动",
    apply: "试用",
    undo: "撤销",
    settled: "按此改动成立",
    change: (name: string, from: number | null, to: number): string => `${name}${changed(from, to)}`,
    cell: ({ from, to, tried, together }: Proposal): string =>
      tried
        ? `试用 ${figure(to)}，原文没有改`
        : `使各式成立的最小改动：${changed(from, to)}${together > 1 ? `，共改 ${together} 格` : ""}`,
    spoken: (printed: string): string => `试用，原文 ${printed}`,
    others: (count: number): string => `其他改法（${count}）`,
    /** After the first few of many. */
    more: (count: number): string => ` 等，共 ${count} 格`,
    none: "没有找到。",
    unproved: "搜索未穷尽，可能有其他同样小的改动",
    trying: (cells: number): string => `正在试用 ${cells} 格的改动；原文没有改，结论仍按原文。`,
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

  file: {
    tooLarge: (name: string, megabytes: string): string => `「${name}」有 ${megabytes} MB，超过 10 MB 的上限，没有打开。`,
    notText: (name: string): string =>
      `「${name}」不是文本文件。请在 Word、WPS 或阅读器里打开它，全选、复制，再粘贴到左边。`,
    failed: (name: string): string => `「${name}」读不出来，没有打开。`,
  },

  failure: {
    start: (reason: string): string =>
      `核对程序没有启动，这一页暂时不能用。请换用 Chromium 80、Firefox 113 或更新的浏览器打开。（${reason}）`,
    noWebAssembly: "浏览器没有 WebAssembly，或者被禁用",
    noWorker: "浏览器没有 Worker，或者被禁用",
    check: (reason: string): string => `这段文字核对时出了错，程序已重新启动；文字还在左边。（${reason}）`,
  },
} as const;
