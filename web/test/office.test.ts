import assert from "node:assert/strict";
import { test } from "node:test";
import { numeral } from "../src/files/numbering.ts";
import { shown } from "../src/files/xlsx.ts";

test("numbers of paragraphs in the ways that Chinese documents use", () => {
  const row = (format: string, ...numbers: number[]): string => numbers.map((number) => numeral(number, format)).join(" ");
  assert.equal(row("chineseCountingThousand", 1, 2, 9, 10, 11, 15, 20, 21, 99), "一 二 九 十 十一 十五 二十 二十一 九十九");
  assert.equal(row("chineseCounting", 100, 101, 110, 115, 120, 1000, 1001, 1010, 2024), "一百 一百零一 一百一十 一百一十五 一百二十 一千 一千零一 一千零一十 二千零二十四");
  assert.equal(row("japaneseCounting", 4, 10, 12), "四 十 十二");
  assert.equal(row("taiwaneseCountingThousand", 3, 30), "三 三十");
  assert.equal(row("ideographDigital", 1, 10, 12, 20), "一 一〇 一二 二〇");
  assert.equal(row("decimal", 1, 12), "1 12");
  assert.equal(row("decimalEnclosedCircle", 1, 10, 11), "① ⑩ 11");
  assert.equal(row("decimalEnclosedParen", 1), "⑴");
  assert.equal(row("decimalEnclosedFullstop", 2), "⒉");
  assert.equal(row("upperLetter", 1, 3), "A C");
  assert.equal(row("lowerRoman", 1, 4), "ⅰ ⅳ");
  assert.equal(row("none", 1), "");
  assert.equal(row("someOther", 7), "7");
});

test("numbers of a sheet as it shows them", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["3.0000000000000004", "", "3"],
    ["0.30000000000000004", "", "0.3"],
    ["1284", "General", "1284"],
    ["103.5", "0.00", "103.5"],
    ["103.456", "#,##0.00_ ", "103.46"],
    ["12.6", "0", "13"],
    ["12.5", '#,##0"件"', "13"],
    ["-2", "#,##0;[Red]-#,##0", "-2"],
    ["-0.2", "0", "0"],
    ["0", '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', "0"],
    ["0.985", "0.0%", "98.5%"],
    ["0.07", "0%", "7%"],
    ["0.5", "# ?/?", "0.5"],
    ["123456", "0.00E+00", "123456"],
    ["1E+2", "", "100"],
    ["45728", "ymd", "2025年3月12日"],
    ["45728.75", "yyyy/m/d h:mm", "2025年3月12日"],
    ["45728", '[$-804]yyyy"年"m"月"d"日";@', "2025年3月12日"],
    ["45728", 'yyyy"年"m"月"', "2025年3月"],
    ["45728", 'm"月"d"日"', "3月12日"],
    ["1", "yyyy-m-d", "1900年1月1日"],
    ["60", "yyyy-m-d", "1900年2月28日"],
    ["61", "yyyy-m-d", "1900年3月1日"],
    ["38", "[Yellow]0", "38"],
    ["38", '0"day"', "38"],
    ["0.5", "h:mm", "0.5"],
    ["1e300", "yyyy-m-d", "1e+300"],
    ["", "0", ""],
    ["x", "0", "x"],
  ];
  for (const [value, code, text] of cases) assert.equal(shown(value, code, false), text, `${value} as ${code}`);
  assert.equal(shown("44266", "ymd", true), "2025年3月12日");
});
