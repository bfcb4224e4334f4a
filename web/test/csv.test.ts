import assert from "node:assert/strict";
import { test } from "node:test";
import { tabbed } from "../src/files/csv.ts";

test("commas, semicolons or tabs part the values, whichever there are most of", () => {
  assert.equal(tabbed("规章,0,0,0\r\n行政规范性文件,6,2,41\r\n"), "规章\t0\t0\t0\r\n行政规范性文件\t6\t2\t41\r\n");
  assert.equal(tabbed("规章;0;0;0\n费用;1,5;2,5;3,5"), "规章\t0\t0\t0\n费用\t1,5\t2,5\t3,5");
  assert.equal(tabbed("规章\t0\t0\t1,000"), "规章\t0\t0\t1,000");
});

test("quoted values keep their commas, quotes and ends of lines", () => {
  assert.equal(tabbed('"行政许可","1,284"\n"一、新收\r\n申请","3 ""件"""\n'), '行政许可\t1,284\n一、新收 申请\t3 "件"\n');
  assert.equal(tabbed('"""本年""新收",5'), "“本年\"新收\t5");
  assert.equal(tabbed('a,"b\tc",d'), "a\tb c\td");
});

test("a quote that is never closed, or goes on behind its end, is a sign like any other", () => {
  assert.equal(tabbed('a,"b,c\nd,e,f'), 'a\t"b\tc\nd\te\tf');
  assert.equal(tabbed('"a"b,c'), '"a"b\tc');
});

test("blank values stay, also at the ends of lines", () => {
  assert.equal(tabbed(",,3\n1,,\n,,"), "\t\t3\n1\t\t\n\t\t");
});

test("prose is never torn, whatever its file is called", () => {
  const prose = "全年收到申请1,204件。\n办结1,200件,其余4件结转。\n第三行。\n第四行。\n第五行。\n第六行。\n第七行。\n第八行。\n第九行。";
  assert.equal(tabbed(prose), prose);
  assert.equal(tabbed(""), "");
});

test("quotes by the million end soon", () => {
  for (const text of ['"'.repeat(3_000_001), '"a,'.repeat(1_000_000), '""",'.repeat(1_000_000), `"${"x,".repeat(1_000_000)}`]) {
    const begin = performance.now();
    tabbed(text);
    const took = performance.now() - begin;
    assert.ok(took < 3000, `${took.toFixed(0)} ms`);
  }
});
