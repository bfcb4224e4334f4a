// Pages and what is copied from them: the browser's parser and the one of the command line give the same
// text and the same answer, and nothing in a page runs or is asked for.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import { pages } from "../fixtures.mjs";
import { chromiumArguments, oldChromium, oldVersions } from "./browsers.mjs";
import { launchOverPipe } from "./pipe.mjs";
import { example, pageUrl, root } from "./places.mjs";
import { launch, openPage, textBox } from "./session.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const run = spawnSync("build/native/gouji", ["check", "--format", "json", ...pages], {
  cwd: root,
  encoding: "utf8",
  maxBuffer: 1 << 28,
});
const answers = run.stdout.split("\n").slice(0, -1).map((line) => JSON.parse(line));

/** What the page shows of an answer, from inside it. */
function shown() {
  return {
    text: document.querySelector("textarea").value,
    verdict: document.querySelector("[data-verdict]")?.dataset.verdict ?? null,
    cells: Array.from(document.querySelectorAll("[data-cell]"), (cell) => [cell.dataset.cell, cell.dataset.state]),
    findings: Array.from(document.querySelectorAll("[data-rule]"), (item) => item.dataset.rule),
  };
}

/** The core's own answer about the page's text, as the page got it. */
async function answerOf(page, take) {
  await page.evaluate(() => {
    window.answers = [];
    const post = Worker.prototype.postMessage;
    if (window.watched) return;
    window.watched = true;
    Worker.prototype.postMessage = function (message, ...rest) {
      if (!this.watched) {
        this.watched = true;
        this.addEventListener("message", ({ data }) => {
          if (data.kind === "result" && data.value.startsWith('{"schema"')) window.answers.push(JSON.parse(data.value));
        });
      }
      return post.call(this, message, ...rest);
    };
  });
  await take();
  await page.waitForFunction(() => window.answers.length > 0, undefined, { timeout: 20_000 });
  return page.evaluate(() => window.answers.pop());
}

test("there are pages, and the command line answers for each", () => {
  assert.ok(pages.length > 10);
  assert.deepEqual(answers.map(({ file }) => file), pages);
  assert.ok(answers.every(({ text }) => typeof text === "string"));
});

pages.forEach((path, index) => {
  test(`${basename(path)}: the same in the page as on the command line`, async () => {
    const session = await openPage(browser);
    const { page } = session;
    const { file, text, ...native } = answers[index];
    assert.equal(file, path);
    const input = page.getByLabel("打开文件", { exact: true });
    if (text === "") {
      await textBox(page).fill("规章");
      await page.waitForSelector("[data-verdict]");
      await input.setInputFiles(join(root, path));
      await page.waitForSelector("#verdict:not([data-verdict])", { state: "attached" });
      assert.equal(await textBox(page).inputValue(), "");
    } else {
      const { file: none, ...answer } = await answerOf(page, () => input.setInputFiles(join(root, path)));
      assert.equal(none, null);
      assert.equal(await textBox(page).inputValue(), text);
      assert.equal(JSON.stringify(answer), JSON.stringify(native));
      const seen = await page.evaluate(shown);
      assert.equal(seen.verdict, native.verdict);
      const states = new Map(native.cells.map(({ id, state }) => [id, state]));
      assert.ok(seen.cells.length > 0);
      for (const [id, state] of seen.cells) assert.equal(state, states.get(id), id);
      // In another order where a repair settles several.
      assert.deepEqual(seen.findings.sort(), native.findings.map(({ rule }) => rule).sort());
    }
    session.assertQuiet();
    await session.close();
  });
});

const report = readFileSync(join(root, "tests/cases/html_word.html"), "utf8");
const rendition = answers.find(({ file }) => file.endsWith("/html_word.html")).text;

/** Pastes into the text box as the browser does, with several kinds of the same. */
async function paste(page, kinds) {
  await textBox(page).focus();
  return page.evaluate((data) => {
    const clipboardData = new DataTransfer();
    for (const [kind, value] of Object.entries(data)) clipboardData.setData(kind, value);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    return !document.activeElement.dispatchEvent(event);
  }, kinds);
}

const settled = (page, text) =>
  page.waitForFunction((wanted) => document.querySelector("textarea").value === wanted, text, { timeout: 20_000 });

test("what is pasted from a word processor comes with its tables, and is taken back by undoing", async () => {
  const session = await openPage(browser);
  const { page } = session;
  await textBox(page).fill("此前的字。\n");
  await page.keyboard.press("Control+End");
  assert.equal(await paste(page, { "text/plain": "一\t2\n", "text/html": report }), true);
  await settled(page, `此前的字。\n${rendition}`);
  await page.waitForSelector('[data-verdict="consistent"]');
  await page.keyboard.press("Control+z");
  await settled(page, "此前的字。\n");
  await page.keyboard.press("Control+y");
  await settled(page, `此前的字。\n${rendition}`);
  session.assertQuiet();
  await session.close();
});

test("HTML without a table, or a paste elsewhere, is left to the browser", async () => {
  const session = await openPage(browser);
  const { page } = session;
  assert.equal(await paste(page, { "text/plain": "规章", "text/html": "<p>规章</p>" }), false);
  assert.equal(await paste(page, { "text/html": "<p>规章<p>0" }), true);
  await settled(page, "规章\n0\n");
  await page.evaluate(() => document.activeElement.blur());
  const elsewhere = await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", "<table><tr><td>1</table>");
    return document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  assert.equal(elsewhere, true);
  session.assertQuiet();
  await session.close();
});

test("the source of a page, pasted as text, gives way to its text, and undoing gives it back", async () => {
  const session = await openPage(browser);
  const { page } = session;
  await textBox(page).focus();
  await page.evaluate((text) => {
    const box = document.querySelector("textarea");
    box.select();
    box.setRangeText(text);
    box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  }, report);
  await settled(page, rendition);
  await page.waitForSelector('[data-verdict="consistent"]');
  await page.keyboard.press("Control+z");
  await settled(page, report);
  session.assertQuiet();
  await session.close();
});

test("typing a bracket does not take the text for a page", async () => {
  const session = await openPage(browser);
  const { page } = session;
  await textBox(page).pressSequentially("<p>规章</p><p>0</p>");
  await page.waitForSelector("[data-verdict]");
  assert.equal(await textBox(page).inputValue(), "<p>规章</p><p>0</p>");
  await session.close();
});

test("a long page is put in all the same", async () => {
  const session = await openPage(browser);
  const { page } = session;
  const long = `<p>${example("consistent").replaceAll("\n", "<br>")}</p>`.repeat(150);
  await paste(page, { "text/html": long });
  await page.waitForFunction(() => document.querySelector("textarea").value.length > 300_000);
  await page.waitForSelector("[data-verdict]", { timeout: 20_000 });
  session.assertQuiet();
  await session.close();
});

const hostile = `<!DOCTYPE html><html manifest="https://nianbao.example/m"><head>
<base href="https://nianbao.example/"><meta http-equiv="refresh" content="0;url=https://nianbao.example/r">
<meta http-equiv="Content-Security-Policy" content="img-src *"><link rel=stylesheet href="https://nianbao.example/a.css">
<link rel=preload as=image href="https://nianbao.example/p.png"><link rel=dns-prefetch href="//nianbao.example">
<script src="https://nianbao.example/a.js"></script><script>window.ran = 1</script>
<style>@import "https://nianbao.example/i.css"; body { background: url(https://nianbao.example/b.png) } html { display: none }</style></head>
<body onload="window.ran = 2" background="https://nianbao.example/bg.png" style="background: url(https://nianbao.example/c.png)">
<img src="https://nianbao.example/x.png" srcset="https://nianbao.example/y.png 2x" onerror="window.ran = 3"><img src=x onerror="window.ran = 4">
<picture><source srcset="https://nianbao.example/z.png"><img src="data:,x" onerror="window.ran = 5"></picture>
<video src="https://nianbao.example/v.mp4" poster="https://nianbao.example/v.png" autoplay></video><audio src="https://nianbao.example/v.mp3" autoplay></audio>
<iframe src="https://nianbao.example/f" srcdoc="<script>parent.ran = 6</script>"></iframe><object data="https://nianbao.example/o"></object>
<embed src="https://nianbao.example/e"><svg onload="window.ran = 7"><image href="https://nianbao.example/s.png"/><use href="https://nianbao.example/u.svg#a"/></svg>
<form action="https://nianbao.example/"><input autofocus onfocus="window.ran = 8"><button>提交</button></form>
<template shadowrootmode=open><img src="https://nianbao.example/t.png"></template><details open ontoggle="window.ran = 9"></details>
<table background="https://nianbao.example/t.png"><tr><td style="display:none" onclick="window.ran = 10">1</td><td>规章</td><td>0</td></tr></table>
</body></html>`;

test("nothing in a page that is pasted, opened or dropped runs or is asked for", async () => {
  const session = await openPage(browser);
  const { page } = session;
  const checkAll = async () => {
    await settled(page, "规章\t0\n");
    await page.waitForSelector("[data-verdict]");
    await page.waitForTimeout(150);
    assert.equal(await page.evaluate(() => window.ran), undefined);
    await page.locator("#clear").click();
  };
  assert.equal(await paste(page, { "text/html": hostile }), true);
  await checkAll();
  await page.getByLabel("打开文件", { exact: true }).setInputFiles({ name: "a.html", mimeType: "text/html", buffer: Buffer.from(hostile) });
  await checkAll();
  await textBox(page).evaluate((box, text) => {
    box.value = text;
    box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromDrop" }));
  }, hostile);
  await checkAll();
  session.assertQuiet();
  await session.close();
});

// 5 MB of what parsers choke on.
for (const unit of ["<div>", "<table><tr><td>", "<p><b><i>", "<a href=x>", "<font color=1><p>", "</p>"]) {
  test(`5 MB of ${unit}: an answer, and the page goes on`, { timeout: 60_000 }, async () => {
    const session = await openPage(browser);
    const { page } = session;
    const text = `<html>${unit.repeat((5 << 20) / unit.length)}规章`;
    await page.getByLabel("打开文件", { exact: true }).setInputFiles({ name: "a.html", mimeType: "text/html", buffer: Buffer.from(text) });
    await page.waitForSelector("[data-verdict]", { timeout: 20_000 });
    await settled(page, "规章\n");
    session.assertQuiet();
    await session.close();
  });
}

/** Runs inside a page of any age. */
async function openInPage({ bytes }) {
  const until = async (ready) => {
    for (let tries = 0; tries < 500 && !ready(); tries++) await new Promise((done) => setTimeout(done, 20));
  };
  await until(() => document.documentElement.dataset.ready === "true");
  document.querySelector("#clear").click();
  const data = new DataTransfer();
  data.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], "a.html"));
  document.querySelector("#results").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  await until(() => document.querySelector("[data-verdict]"));
  return document.querySelector("textarea").value;
}

for (const version of oldVersions) {
  test(`Chromium ${version} gives the same text`, { timeout: 120_000 }, async () => {
    const old = await launchOverPipe(oldChromium(version), chromiumArguments);
    try {
      const page = await old.open(pageUrl);
      for (const [index, path] of pages.entries()) {
        if (answers[index].text === "") continue;
        const bytes = readFileSync(join(root, path)).toString("base64");
        assert.equal(await page.evaluate(`(${openInPage})(${JSON.stringify({ bytes })})`), answers[index].text, path);
      }
    } finally {
      await old.close();
    }
  });
}
