import assert from "node:assert/strict";
import { test } from "node:test";
import type { Answer, CellState, EquationStatus, Severity, TableLayout, TableStatus } from "../src/answer.ts";
import { verdictOf } from "../src/verdict.ts";

interface Parts {
  verdict: Answer["verdict"];
  equations?: EquationStatus[];
  findings?: [Severity, string][];
  cells?: CellState[];
  tables?: TableStatus[];
  reason?: string;
  /** By repair: the places of its equations, and how many cells its first alternative changes. */
  repairs?: [number[], number][];
}

function answer({ verdict, equations = [], findings = [], cells = [], tables = [], reason = "", repairs = [] }: Parts): Answer {
  return {
    schema: "gouji/1",
    verdict,
    reason,
    form: "2021",
    title: null,
    agency: null,
    year: null,
    published: null,
    tables: tables.map((status, at) => ({
      id: (["disclosure", "requests", "disputes"] as const)[at] ?? "disputes",
      form: "2021",
      status,
    })),
    cells: cells.map((state, at) => ({ id: `requests.${at}.natural`, value: null, state })),
    findings: findings.map(([severity, equation]) => ({
      rule: "R",
      severity,
      message: "",
      cells: [],
      spans: [],
      equation,
    })),
    equations: equations.map((status, at) => ({ id: `E.${at}`, rule: "E", status, left: 1, right: 2, cells: [] })),
    repairs: repairs.map(([at, cells]) => {
      const changes = Array.from({ length: cells }, () => ({ cell: "", from: 1, to: 2 }));
      return { equations: at.map((one) => `E.${one}`), alternatives: cells > 0 ? [{ changes, kind: "other" }] : [], proved: true };
    }),
  };
}

const layouts: TableLayout[] = [
  { id: "disclosure", title: "", section: "二", rows: [] },
  { id: "requests", title: "", section: "三", rows: [] },
  { id: "disputes", title: "", section: "四", rows: [] },
];
const told = (parts: Parts): string => {
  const { sentence, note } = verdictOf(answer(parts), layouts);
  return `${sentence} / ${note}`;
};

test("failing equations come first, with how many hold and what else is wrong", () => {
  assert.equal(
    told({
      verdict: "inconsistent",
      equations: ["fail", "fail", "pass", "pass_blank_zero", "not_checked"],
      findings: [["error", "E.0"], ["error", "E.1"], ["error", ""], ["warning", ""]],
      cells: ["blank", "printed"],
    }),
    "2 条勾稽关系不成立 / 5 条中 2 条成立，另有 1 处错误，1 条未核，1 格空白，1 处提醒",
  );
});

test("all hold is said only when all were tested and held", () => {
  assert.equal(told({ verdict: "consistent", equations: ["pass", "pass"] }), "2 条勾稽关系全部成立 / ");
  assert.match(told({ verdict: "consistent", equations: ["pass", "pass_blank_zero"] }), /^空白作 0，2 条勾稽关系全部成立/);
  assert.match(told({ verdict: "consistent", equations: ["pass", "implied"] }), /^1 条勾稽关系成立，没有矛盾 \/ 1 条补上/);
});

test("a report that is not all there says so", () => {
  const words = told({
    verdict: "incomplete",
    equations: ["pass", "not_checked"],
    cells: ["missing", "missing", "ambiguous"],
    tables: ["complete", "partial", "absent"],
  });
  assert.match(words, /没有核全/);
  assert.match(words, /表四不在文本里，2 格缺失，1 格归不到位/);
});

test("lost tables are the verdict where nothing else is wrong, and are told once", () => {
  const words = told({ verdict: "inconsistent", findings: [["error", ""]], tables: ["lost", "lost", "lost"] });
  assert.equal(words, "表二、表三、表四不在文本里 / ");
});

test("the cells of a lost table are not counted as missing besides", () => {
  const words = told({ verdict: "inconsistent", cells: ["missing"], tables: ["complete", "lost", "complete"] });
  assert.equal(words, "表三不在文本里 / ");
});

test("a text that is no report is not judged", () => {
  assert.match(told({ verdict: "unknown_form" }), /没有核对任何数字/);
  assert.equal(told({ verdict: "unreadable", reason: "没有文字" }), "这段文字没有办法核对 / 没有文字");
});

test("how few changed cells make all of it hold is told when every failing equation has a repair", () => {
  const equations: EquationStatus[] = ["fail", "fail", "pass"];
  const sentence = (repairs: [number[], number][]): string =>
    told({ verdict: "inconsistent", equations, repairs }).split(" / ")[0] ?? "";
  assert.equal(sentence([[[0, 1], 1]]), "2 条勾稽关系不成立，改 1 格即可全部成立");
  assert.equal(sentence([[[0], 2], [[1], 1]]), "2 条勾稽关系不成立，改 3 格即可全部成立");
  assert.equal(sentence([[[0], 1]]), "2 条勾稽关系不成立");
  assert.equal(sentence([[[0], 1], [[1], 0]]), "2 条勾稽关系不成立");
  assert.equal(sentence([]), "2 条勾稽关系不成立");
});
