// Every word of the pictures.

import { inLanguage } from "../language.ts";

type Names = Readonly<Record<string, string>>;

const zh = {
  comma: "，",
  stop: "。",
  /** By the row's key; where there is none, what the form says. */
  row: { new: "本年新收", carried_in: "上年结转", handled: "办理总计", carried_out: "结转下年度" } as Names,
  named: (name: string, figure: string): string => `${name} ${figure}`,
  parts: (whole: string, parts: string): string => `${whole}，其中${parts}`,
  flow: {
    title: "申请的来龙去脉（总计列）",
    zeros: "为 0 的各项没有画",
    gap: (difference: string): string => `差 ${difference}`,
    balance: "一+二 ≠ 三+四",
    results: "各项结果 ≠ 总计",
    side: { balance: "一+二", results: "各项结果" },
    unknown: "不明",
    none: (state: string, count: number, names: string): string => `${state} ${count} 格，没有画${names}`,
    names: (names: readonly string[]): string => `：${names.join("、")}`,
    tooLittle: "总计列里已知的数太少，没有画图",
    negative: "总计列里有负数，没有画图",
    zero: "总计列里各项都是 0，没有可画的",
  },
  years: {
    title: "历年变化",
    scale: "各图按自己的最大值画，数字为准",
    none: "无数据",
    chart: {
      "requests.new.total": "本年新收申请",
      "requests.carried_in.total": "上年结转申请",
      "requests.handled.total": "办理总计",
      "requests.carried_out.total": "结转下年度",
      "disputes.review.total": "行政复议",
      "disputes.suit.total": "行政诉讼（直接起诉）",
      "disputes.suit_after_review.total": "行政诉讼（复议后起诉）",
    } as Names,
  },
};

const en: typeof zh = {
  comma: ", ",
  stop: ".",
  row: {
    new: "New",
    carried_in: "Carried in",
    handled: "Handled",
    carried_out: "Carried over",
    granted: "Disclosed",
    partial: "Partly disclosed",
    denied: "Refused",
    unavailable: "Not available",
    rejected: "Not processed",
    closed: "Otherwise closed",
  },
  named: (name, figure) => `${name} ${figure}`,
  parts: (whole, parts) => `${whole}, of which ${parts}`,
  flow: {
    title: "Where requests came from and went (total column)",
    zeros: "What is 0 is not drawn",
    gap: (difference) => `gap ${difference}`,
    balance: "1+2 ≠ 3+4",
    results: "results ≠ total",
    side: { balance: "1+2", results: "Results" },
    unknown: "unknown",
    none: (state, count, names) => `${state}: ${count} not drawn${names}`,
    names: (names) => ` (${names.join(", ")})`,
    tooLittle: "Too few figures of the total column are known for a picture",
    negative: "The total column has a negative figure: no picture",
    zero: "All of the total column is 0: nothing to draw",
  },
  years: {
    title: "Year by year",
    scale: "Each chart is drawn to its own largest figure",
    none: "no figure",
    chart: {
      "requests.new.total": "New requests",
      "requests.carried_in.total": "Carried in",
      "requests.handled.total": "Handled",
      "requests.carried_out.total": "Carried over",
      "disputes.review.total": "Reviews",
      "disputes.suit.total": "Suits (direct)",
      "disputes.suit_after_review.total": "Suits (after review)",
    },
  },
};

export let words = zh;
inLanguage((language) => {
  words = language === "en" ? en : zh;
});
