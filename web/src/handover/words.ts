// Every word of the review sheet.

import { inLanguage } from "../language.ts";

const zh = {
  title: "政府信息公开年度报告核对单",
  facts: {
    agency: "报告机关",
    year: "报告年度",
    form: "适用表式",
    file: "文件",
    checked: "核对时间",
  },
  unknown: "未写明",
  pasted: "粘贴的文本",
  year: (year: number): string => `${year} 年`,
  verdict: {
    consistent: "一致",
    inconsistent: "不一致",
    incomplete: "未核全",
    unknown_form: "表式不明",
    unreadable: "无法核对",
  },
  counts: (errors: number, warnings: number, infos: number): string =>
    `错误 ${errors} 处，提醒 ${warnings} 处，提示 ${infos} 处。`,
  findings: "核对发现",
  proposals: "使各式成立的最小改动",
  edits: "在页面上改过的格",
  tables: "三张表",
  none: "没有。",
  noteProposals: "以下只是使等式成立的最小改动，不表示哪一格有误；请以档案和台账为准。",
  noteTables: "格内小号数字是核对发现的序号；粗框格在两条以上不成立的等式里；括号里的斜体数由等式推出，原文没有；行末、列末是等式两边之差。",
  proposal: (at: number): string => `改法 ${at}`,
  more: (count: number): string => `另有 ${count} 种同样小的改法，没有列出。`,
  edit: (name: string, before: string, after: string): string => `${name}：原文「${before}」，改为「${after}」`,
  empty: "空",
  lost: "缺",
  row: "行差",
  sign: "核对人：",
  date: "日期：",
  made: (version: string): string => `由「勾稽」${version} 核对。全部在本机离线完成，未发送任何内容。`,
  hash: (digest: string, length: string): string => `被核对的文字共 ${length} 字，其 UTF-8 编码的 SHA-256：${digest}`,
};

const en: typeof zh = {
  title: "Review sheet of an annual report on disclosure",
  facts: { agency: "Agency", year: "Year", form: "Form", file: "File", checked: "Checked" },
  unknown: "not stated",
  pasted: "pasted text",
  year: (year) => String(year),
  verdict: {
    consistent: "Consistent",
    inconsistent: "Inconsistent",
    incomplete: "Incomplete",
    unknown_form: "Form not known",
    unreadable: "Cannot be checked",
  },
  counts: (errors, warnings, infos) => `Errors: ${errors}, warnings: ${warnings}, notes: ${infos}.`,
  findings: "Findings",
  proposals: "Smallest changes after which all equations hold",
  edits: "Cells changed on the page",
  tables: "The three tables",
  none: "None.",
  noteProposals: "These are only the smallest changes that make the equations hold. Which cell is wrong, the files must tell.",
  noteTables: "Small figures are the numbers of findings; a thick frame is a cell in two or more failing equations; figures in brackets are inferred, not printed; differences stand at row ends and column feet.",
  proposal: (at) => `Change ${at}`,
  more: (count) => `${count} more as small are not listed.`,
  edit: (name, before, after) => `${name}: printed “${before}”, changed to “${after}”`,
  empty: "empty",
  lost: "none",
  row: "Gap",
  sign: "Checked by:",
  date: "Date:",
  made: (version) => `Checked with Gouji ${version}, offline on this machine. Nothing was sent.`,
  hash: (digest, length) => `Text of ${length} characters; SHA-256 of its UTF-8: ${digest}`,
};

export let words = zh;
inLanguage((language) => {
  words = language === "en" ? en : zh;
});
