import assert from "node:assert/strict";
import { test } from "node:test";
import type { Cell, Equation, TableLayout } from "../src/answer.ts";
import { described, flowOf, lacking, notDrawn, type FlowContent } from "../src/pictures/flow.ts";
import { fitted, spread, widthOf } from "../src/pictures/svg.ts";

// Section 3 in small: a group of two rows, one of one, and a column beside the total.
const row = (key: string, ...heads: { h: string; r?: number; c?: number }[]): TableLayout["rows"][number] => [
  ...heads.map((head) => ({ ...head, s: "row" as const })),
  { id: `requests.${key}.natural` },
  { id: `requests.${key}.total` },
];
const layout: TableLayout = {
  id: "requests",
  title: "",
  section: "三",
  rows: [
    row("new", { h: "一、本年新收政府信息公开申请数量", c: 3 }),
    row("carried_in", { h: "二、上年结转政府信息公开申请数量", c: 3 }),
    row("granted", { h: "三、本年度办理结果", r: 20 }, { h: "(一)予以公开(全部)", c: 2 }),
    row("denied.one", { h: "(三)不予公开", r: 2 }, { h: "1.属于国家秘密" }),
    row("denied.two", { h: "2.属于行政查询事项" }),
    row("handled", { h: "(七)总计", c: 2 }),
    row("carried_out", { h: "四、结转下年度继续办理", c: 3 }),
  ],
};
const keys = ["new", "carried_in", "granted", "denied.one", "denied.two", "handled", "carried_out"] as const;
type Figures = Partial<Record<(typeof keys)[number], number | null>>;
const known = { new: 9, carried_in: 1, granted: 5, "denied.one": 0, "denied.two": 3, handled: 8, carried_out: 2 };

const equation = (rule: string, cells: string[], difference: number): Equation => ({
  id: `${rule}.total`,
  rule,
  status: difference === 0 ? "pass" : "fail",
  left: 10 + difference,
  right: 10,
  cells: cells.map((key) => `requests.${key}.total`),
});

function content(figures: Figures = {}, balance = 0, results = 0): FlowContent {
  const all: Figures = { ...known, ...figures };
  const cells = keys.map((key): Cell => {
    const value = all[key] ?? null;
    return { id: `requests.${key}.total`, value, state: value === null ? "blank" : "printed" };
  });
  const natural: Equation = { ...equation("T3.BALANCE", ["new"], 99), cells: ["requests.new.natural"] };
  return {
    layout,
    cells: new Map(cells.map((cell) => [cell.id, cell])),
    equations: [
      natural,
      equation("T3.BALANCE", ["new", "carried_in", "handled", "carried_out"], balance),
      equation("T3.RESULTS", ["granted", "denied.one", "denied.two", "handled"], results),
    ],
  };
}

const flow = (...of: Parameters<typeof content>): NonNullable<ReturnType<typeof flowOf>> => {
  const found = flowOf(content(...of));
  assert.ok(found);
  return found;
};

test("what flows where is read from the equations, and the groups from the form", () => {
  const { inputs, handled, groups, out } = flow();
  assert.deepEqual(inputs.map(({ name, value }) => [name, value]), [["上年结转", 1], ["本年新收", 9]]);
  assert.deepEqual([handled.name, handled.value], ["办理总计", 8]);
  assert.deepEqual(
    groups.map(({ name, rows }) => [name, rows.map(({ detail, value }) => [detail, value])]),
    [["予以公开", [["", 5]]], ["不予公开", [["属于国家秘密", 0], ["属于行政查询事项", 3]]]],
  );
  assert.deepEqual(out.map(({ name, value }) => [name, value]), [["结转下年度", 2]]);
});

test("the words hold every figure that is drawn, and no other", () => {
  assert.equal(
    described(flow()),
    "上年结转 1，本年新收 9；办理总计 8，其中予以公开 5，不予公开 属于行政查询事项 3；结转下年度 2。",
  );
});

test("a difference is the core's, of the total column", () => {
  assert.match(described(flow({}, 9)), /一\+二 ≠ 三\+四，差 \+9。$/);
  assert.match(described(flow({}, 0, -1234)), /各项结果 ≠ 总计，差 −1,234。$/);
  assert.doesNotMatch(described(flow()), /差/);
});

test("a cell without a figure is told, and not drawn as 0", () => {
  const blank = flow({ carried_out: null });
  assert.equal(lacking(blank), "");
  assert.deepEqual(notDrawn(blank), ["空白 1 格，没有画：结转下年度"]);
  assert.doesNotMatch(described(blank), /结转下年度/);
  assert.deepEqual(notDrawn(flow()), []);
});

test("where too little is known there is no picture, and a reason", () => {
  assert.match(lacking(undefined), /已知的数太少/);
  assert.match(lacking(flow({ handled: null })), /已知的数太少/);
  assert.match(lacking(flow({ new: null, carried_in: null })), /已知的数太少/);
  assert.match(lacking(flow({ granted: null, "denied.one": null, "denied.two": null })), /已知的数太少/);
  assert.match(lacking(flow({ granted: -3 })), /负数/);
  const none = { new: 0, carried_in: 0, granted: 0, "denied.two": 0, handled: 0, carried_out: 0 };
  assert.match(lacking(flow(none)), /都是 0/);
  assert.equal(lacking(flow()), "");
});

test("without the equations of the total column nothing is known", () => {
  assert.equal(flowOf({ ...content(), equations: [] }), undefined);
});

test("labels keep their order and their distance, within their room", () => {
  assert.deepEqual(spread([10, 12, 14], 18, 200), [10, 28, 46]);
  assert.deepEqual(spread([190, 192, 194], 18, 200), [164, 182, 200]);
  assert.deepEqual(spread([], 18, 200), []);
});

test("a text that is too long is cut, and says so", () => {
  assert.equal(fitted("予以公开", 48), "予以公开");
  const cut = fitted("申请人无正当理由逾期不补正", 80);
  assert.match(cut, /^申请人.*…$/);
  assert.ok(widthOf(cut) <= 80);
});
