// What the page hands over: the tables for the clipboard, the review sheet, and the page itself as it was delivered.
// The modules run inside the built page, beside its own script, on the core's own answers.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { example, pageFile, pageUrl, root } from "./places.mjs";
import { check, launch, openPage, textBox } from "./session.mjs";

const folder = mkdtempSync(join(tmpdir(), "gouji 交接-"));
const esbuild = createRequire(join(root, "web/package.json"))("esbuild");
const version = "9.8.7";
const style = ["pictures/pictures.css", "handover/review.css"].map((name) => readFileSync(join(root, "web/src", name), "utf8")).join("");
const keeping = `{
  const Real = window.Worker;
  window.kept = { answer: undefined, forms: undefined };
  window.Worker = class extends Real {
    constructor(url) {
      super(url);
      this.addEventListener("message", ({ data }) => {
        if (data.kind === "ready") window.kept.forms = JSON.parse(data.forms);
        if (data.kind === "result" && data.value.startsWith('{"schema"')) window.kept.answer = JSON.parse(data.value);
      });
    }
  };
}`;
const contents = `
  import { copyTables } from "./copy_table.ts";
  import { shippedPage } from "./offline_page.ts";
  import { reviewDocument, reviewSheet } from "./review_sheet.ts";
  window.handover = { copyTables, shippedPage, reviewDocument, reviewSheet };`;
let browser;
let script;

before(async () => {
  browser = await launch();
  const { outputFiles } = await esbuild.build({
    stdin: { contents, resolveDir: join(root, "web/src/handover"), loader: "ts" },
    bundle: true,
    format: "iife",
    target: "chrome80",
    define: { version: JSON.stringify(version) },
    write: false,
  });
  script = outputFiles[0].text;
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = async (options = {}) => {
  const session = await openPage(browser, { before: keeping, ...options });
  await session.page.evaluate(script);
  return session;
};

const cellsOf = (page) =>
  page.evaluate(() =>
    window.kept.answer.cells.map(({ id, value, state, text }) => [id, value, state === "placeholder" ? text : ""]),
  );

function save(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return pathToFileURL(path).href;
}

test("the tables that are copied are read again with the same cells, edited or not", async () => {
  const session = await open();
  const { page } = session;
  await check(page, example("one-wrong-cell").replace("行政强制 | 5", "行政强制 | /"));
  const copied = await page.evaluate(() => {
    const { answer, forms } = window.kept;
    const changed = (cell) => (cell.id === "requests.granted.natural" ? { ...cell, value: 12 } : cell);
    const cells = new Map(answer.cells.map((cell) => [cell.id, changed(cell)]));
    const contents = forms.forms.find(({ id }) => id === answer.form).tables.map((layout) => ({ layout, cells }));
    const flavours = {};
    const real = DataTransfer.prototype.setData;
    DataTransfer.prototype.setData = function (type, text) {
      flavours[type] = text;
      real.call(this, type, text);
    };
    const done = window.handover.copyTables(contents);
    DataTransfer.prototype.setData = real;
    return { done, flavours, left: document.querySelectorAll("body > span").length };
  });
  assert.equal(copied.done, true);
  assert.equal(copied.left, 0);
  assert.deepEqual(Object.keys(copied.flavours).sort(), ["text/html", "text/plain"]);
  const shown = await cellsOf(page);
  await check(page, "另一份");
  await textBox(page).fill("");
  await page.evaluate((flavours) => {
    const data = new DataTransfer();
    for (const [type, text] of Object.entries(flavours)) data.setData(type, text);
    window.kept.answer = undefined;
    document.querySelector("textarea").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, copied.flavours);
  await page.waitForFunction(() => window.kept.answer !== undefined);
  const expected = shown.map(([id, value, text]) => [id, id === "requests.granted.natural" ? 12 : value, text]);
  assert.ok(expected.length > 150);
  assert.deepEqual(await cellsOf(page), expected);
  session.assertQuiet();
  await session.close();
});

const pasted = "栖梧县人民政府";

test("the page that is saved is the delivered one, byte for byte, whatever it was saved from", async () => {
  const delivered = readFileSync(pageFile, "utf8");
  const shippedFrom = async (url) => {
    const session = await open({ url });
    await check(session.page, example("one-wrong-cell"));
    await session.page.evaluate((words) => {
      document.documentElement.lang = "en";
      document.documentElement.dataset.drop = words;
    }, pasted);
    const shipped = await session.page.evaluate(() => window.handover.shippedPage());
    const content = await session.page.content();
    await session.close();
    assert.ok(content.includes(pasted));
    assert.equal(shipped.includes(pasted), false);
    // Not assert.equal: the difference of two such texts takes minutes to make.
    const at = [...shipped].findIndex((character, place) => character !== delivered[place]);
    assert.ok(shipped === delivered, `differs at ${at}: ${shipped.slice(at - 40, at + 40)} / ${delivered.slice(at - 40, at + 40)}`);
    return content;
  };
  const content = await shippedFrom(pageUrl);
  const chromium = content
    .replace(/^<!DOCTYPE html>/i, "$&\n<!-- saved from url=(0028)http://nianbao.example:8080/ -->")
    .replace('<meta charset="utf-8">', "")
    .replace("<head>", '<head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">');
  assert.equal(chromium.includes('<meta charset="utf-8">'), false);
  await shippedFrom(save("Chromium 完整.html", chromium));
  const firefox = content.replace("<head>", '<head>\n<meta http-equiv="content-type" content="text/html; charset=UTF-8">');
  await shippedFrom(save("Firefox 完整.html", firefox.replace(/<\/textarea>/, `${pasted}$&`)));
});

const hostile = '<img src="http://nianbao.example/x.png" onerror="alert(1)"><script>alert(2)</script>.txt';

test("the review sheet as a file says what it is about, asks for nothing and runs nothing", async () => {
  const session = await open();
  const text = example("one-wrong-cell");
  await check(session.page, text);
  const html = await session.page.evaluate(
    ([style, file, text]) =>
      window.handover.reviewDocument({ ...window.kept, text, file, checked: new Date(2025, 2, 3, 9, 5) }, style),
    [style, hostile, text],
  );
  session.assertQuiet();
  await session.close();

  const url = save("核对单.html", html);
  const sheet = await openPage(browser, { url, ready: false });
  const { page } = sheet;
  assert.equal(await page.locator("img, script, [onerror], [style]").count(), 0);
  assert.match(await page.title(), /^栖梧县人民政府 2024 /);
  const said = await page.locator("article").innerText();
  for (const words of [hostile, "不一致", "2025-03-03 09:05", "由 21 改为 12", version, "国办公开办函〔2021〕30号"]) {
    assert.ok(said.includes(words), words);
  }
  assert.match(said, /45 − 36 = \+9/);
  assert.doesNotMatch(said, /官方要求/);
  const digest = await page.evaluate(async (whole) => {
    const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(whole));
    return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }, text);
  assert.ok(said.includes(digest));
  assert.equal(await page.locator("table").count(), 3);
  assert.equal(await page.locator("td.crossed").innerText().then((cell) => cell.replace(/\s+/g, " ").trim()), "1 2 21");
  assert.equal(await page.locator("svg[role=img]").count(), 1);
  sheet.assertQuiet();
  await sheet.close();
});

test("in print the page is the review sheet alone; on the screen it is not seen", async () => {
  const session = await open();
  const { page } = session;
  const text = example("consistent");
  await check(page, text);
  await page.evaluate(
    ([style, text]) => {
      const section = document.createElement("section");
      section.id = "print";
      section.append(window.handover.reviewSheet({ ...window.kept, text, file: "", checked: new Date() }));
      document.body.prepend(section);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      document.adoptedStyleSheets = [sheet];
    },
    [style, text],
  );
  assert.equal(await page.locator("article.review").isVisible(), false);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("article.review").isVisible(), true);
  assert.equal(await page.locator("main").isVisible(), false);
  assert.equal(await page.locator("header.top").isVisible(), false);
  const wide = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(wide[0] <= wide[1], String(wide));
  await session.close();
});
