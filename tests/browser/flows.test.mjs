// What a clerk and a reviewer do from beginning to end, in Debian's Chromium.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build, example, pageFile, pageUrl, root } from "./places.mjs";
import { check, launch, openPage, textBox } from "./session.mjs";
import { openSite } from "./site.mjs";

const folder = mkdtempSync(join(tmpdir(), "gouji-flows-"));
let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const one = example("one-wrong-cell");

async function choose(page, output) {
  await page.locator("details.menu summary").first().click();
  await page.locator(`[data-output="${output}"]`).click();
}

/** What is saved by a menu's entry: its name and its text. */
async function saved(page, output) {
  const coming = page.waitForEvent("download");
  await choose(page, output);
  const download = await coming;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

/** The rows of a table: each place with its text and how far it reaches. */
const rowsOf = (tables) =>
  tables.map((table) =>
    Array.from(table.rows, (row) =>
      Array.from(row.cells)
        .filter((cell) => !cell.matches(".residual, .foot-label, .foot-group"))
        .map((cell) => {
          const value = cell.cloneNode(true);
          for (const extra of value.querySelectorAll(".spoken, button")) extra.remove();
          return [value.textContent.replace(/\s+/g, ""), cell.rowSpan, cell.colSpan].join("/");
        }),
    ).filter((row) => row.length > 0),
  );

for (const place of ["file", "plain http"]) {
  test(`paste, adopt what is proposed, copy the tables, paste them into a word processor's page: ${place}`, async () => {
    const site = place === "file" ? undefined : await openSite();
    const session = await openPage(browser, { url: site?.url ?? pageUrl });
    const { page } = session;
    try {
      assert.equal(await page.evaluate("window.isSecureContext"), site === undefined);
      await check(page, one);
      await page.getByRole("button", { name: "采用", exact: true }).first().click();
      await page.waitForSelector('[data-verdict="consistent"]');
      await choose(page, "copy");
      assert.match(await page.locator("#notice").textContent(), /已复制/);
      const shown = await page.locator("#sheets table").evaluateAll(rowsOf);

      const other = await page.context().newPage();
      await other.setContent("<div contenteditable style='min-height:200px'></div>");
      await other.locator("div").click();
      await other.keyboard.press("Control+v");
      await other.locator("div table").nth(2).waitFor();
      const pasted = await other.locator("div table").evaluateAll(rowsOf);
      assert.equal(shown.length, 3);
      assert.deepEqual(pasted, shown);
      assert.ok(shown[1].flat().includes("12/1/1"), "the adopted figure, not the printed one");
      // Where there is plain text only, the fields are parted by tabs.
      await other.setContent("<textarea></textarea>");
      await other.locator("textarea").click();
      await other.keyboard.press("Control+v");
      assert.match(await other.locator("textarea").inputValue(), /一、本年新收政府信息公开申请数量\t\t\t37\t3\t0\t0\t3\t0\t43/);
      assert.equal(await textBox(page).inputValue(), one);
    } finally {
      await session.close();
      await site?.close();
    }
  });
}

test("the review sheet is saved with the verdict, the findings, the tables and the text's SHA-256", async () => {
  const session = await openPage(browser);
  try {
    await check(session.page, one);
    const { name, text } = await saved(session.page, "sheet");
    assert.equal(name, "栖梧县人民政府 2024 核对单.html");
    const hash = createHash("sha256").update(one, "utf8").digest("hex");
    assert.ok(text.includes(hash), hash);
    for (const words of ["2 条勾稽关系不成立", "由 21 改为 12", "多 9", "主动公开政府信息情况", "第 36"]) assert.ok(text.includes(words), words);
    assert.doesNotMatch(text, /<script|https?:\/\//);
    // It stands on its own.
    writeFileSync(join(folder, "sheet.html"), text);
    const alone = await openPage(browser, { url: `file://${join(folder, "sheet.html")}`, ready: false });
    assert.equal(await alone.page.locator("table").count(), 3);
    assert.equal(await alone.page.locator("h1").isVisible(), true);
    alone.assertQuiet();
    await alone.close();
  } finally {
    await session.close();
  }
});

test("printing gives the review sheet alone, on A4, with nothing torn", async (context) => {
  const session = await openPage(browser);
  const { page } = session;
  const pictures = join(build, "screenshots");
  mkdirSync(pictures, { recursive: true });
  try {
    for (const name of ["one-wrong-cell", "consistent", "damaged-layout"]) {
      await check(page, example(name));
      const path = join(pictures, `print-${name}.pdf`);
      await page.pdf({ path, preferCSSPageSize: true });
      const words = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
      assert.match(words, /政府信息公开年度报告核对单/);
      assert.doesNotMatch(words, /打开文件|多份核对|与上年报告核对/);
      const info = execFileSync("pdfinfo", [path], { encoding: "utf8" });
      assert.match(info, /A4/);
      const pages = Number(/Pages:\s+(\d+)/.exec(info)[1]);
      assert.ok(pages >= 2 && pages <= 5, `${pages} pages`);
      context.diagnostic(`report: the review sheet of ${name}: ${pages} pages of A4`);
      // Table 3 stands whole on one page, from its heads to its last row and the residuals below.
      const sheets = words.split("\f").filter((sheet) => sheet.includes("1.属于国家秘密"));
      assert.equal(sheets.length, 1);
      for (const part of [/申请人情况/, /一、本年新收/, /四、结转下年度/, /分项之和 − 总计/]) assert.match(sheets[0], part);
    }
  } finally {
    await session.close();
  }
});

test("the answer as JSON and as SARIF is the command line's own", async () => {
  const session = await openPage(browser);
  try {
    await check(session.page, one);
    const path = join(folder, "report.txt");
    writeFileSync(path, one);
    const native = (format) => {
      try {
        return execFileSync(join(root, "build/native/gouji"), ["check", "--format", format, path], { encoding: "utf8" });
      } catch (error) {
        return error.stdout; // a finding of severity error makes the status 1
      }
    };
    const without = (text) => {
      const answer = JSON.parse(text);
      delete answer.file;
      return answer;
    };
    const json = await saved(session.page, "json");
    assert.equal(json.name, "栖梧县人民政府 2024 核对结果.json");
    assert.deepEqual(without(json.text), without(native("json")));
    const sarif = await saved(session.page, "sarif");
    assert.equal(sarif.name, "栖梧县人民政府 2024 核对结果.sarif");
    const results = (text) => JSON.parse(text).runs[0].results.map(({ ruleId, message, level }) => [ruleId, message.text, level]);
    assert.deepEqual(results(sarif.text), results(native("sarif")));
    assert.equal(JSON.parse(sarif.text).version, "2.1.0");
  } finally {
    await session.close();
  }
});

test("the offline page is the page as it was shipped, and holds nothing that was pasted", async () => {
  const shipped = readFileSync(pageFile, "utf8");
  const session = await openPage(browser);
  const { page } = session;
  try {
    await check(page, one);
    await page.locator("#beside summary").click();
    await page.locator("#previous").fill(example("consistent"));
    await page.locator("#language").click();
    const { name, text } = await saved(page, "page");
    assert.match(name, /\.html$/);
    assert.equal(text, shipped);
  } finally {
    await session.close();
  }
});

test("without a report the menu says what is missing", async () => {
  const session = await openPage(browser);
  try {
    for (const output of ["copy", "sheet", "json"]) {
      await choose(session.page, output);
      assert.match(await session.page.locator("#notice").textContent(), /先粘贴或打开一份/);
    }
    session.assertQuiet();
  } finally {
    await session.close();
  }
});
