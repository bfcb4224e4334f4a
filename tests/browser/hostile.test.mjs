// Nothing that is pasted or written into the file may run.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { example, pageFile } from "./places.mjs";
import { check, launch, openPage, textBox } from "./session.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const image = '<img src=x onerror="window.ran=1">';

test("the policy stands first in the head and names no inline code but the page's own", async () => {
  const html = readFileSync(pageFile, "utf8");
  const [, policy] = /^<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html);
  assert.match(
    policy,
    /^default-src 'none'; script-src (?:'sha256-[\w+/=]{44}' ){2}'wasm-unsafe-eval'; style-src (?:'sha256-[\w+/=]{44}' ?){2}; worker-src blob:; connect-src 'none'; img-src data: blob:; base-uri 'none'; form-action 'none'$/,
  );
  assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')/);

  const session = await openPage(browser, {
    before: `window.ran = []; new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) {
        if (node instanceof HTMLScriptElement && node.type === "" && node.textContent !== "") window.ran.push(node.textContent);
      }
    }).observe(document, { childList: true, subtree: true });`,
  });
  const scripts = await session.page.evaluate("window.ran");
  const styles = await session.page.evaluate(() => [...document.querySelectorAll("style")].map((style) => style.textContent));
  await session.close();
  assert.deepEqual([scripts.length, styles.length], [2, 2]);
  for (const text of [...scripts, ...styles]) {
    assert.ok(policy.includes(`'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`), text.slice(0, 80));
  }
});

test("a script or handler written into the file is blocked", async () => {
  const folder = mkdtempSync(join(tmpdir(), "gouji-csp-"));
  const path = join(folder, "index.html");
  const html = readFileSync(pageFile, "utf8").replace(
    "</body>",
    '<script>window.ran = 1</script><img src="data:," onerror="window.ran = 2"><a id="lure" onclick="window.ran = 3">.</a></body>',
  );
  writeFileSync(path, html);
  try {
    const session = await openPage(browser, {
      url: pathToFileURL(path).href,
      // The page's own body takes the place of what stands in the file.
      before: `new MutationObserver((records) => {
        for (const { addedNodes } of records) for (const node of addedNodes) if (node.id === "lure") window.lure = node;
      }).observe(document, { childList: true, subtree: true });`,
    });
    await session.page.evaluate(() => {
      document.body.append(window.lure);
      window.lure.click();
    });
    await session.page.waitForTimeout(100);
    assert.equal(await session.page.evaluate(() => window.ran), undefined);
    assert.equal(session.complaints.filter((words) => /Content Security Policy/.test(words)).length, 3);
    await session.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a script put into the running page is blocked, as are eval, styles and every connection", async () => {
  const session = await openPage(browser);
  const violated = await session.page.evaluate(async () => {
    const directives = [];
    document.addEventListener("securitypolicyviolation", (event) => directives.push(event.effectiveDirective));
    const script = document.createElement("script");
    script.textContent = "window.ran = 1";
    document.body.append(script);
    const style = document.createElement("style");
    style.textContent = "body { display: none }";
    document.body.append(style);
    await fetch("https://nianbao.example/").catch(() => {});
    const picture = new Image();
    picture.src = "https://nianbao.example/x.png";
    await new Promise((done) => setTimeout(done, 200));
    return directives.sort();
  });
  assert.deepEqual(violated, ["connect-src", "img-src", "script-src-elem", "style-src-elem"]);
  assert.equal(await session.page.evaluate(() => window.ran), undefined);
  assert.equal(await session.page.locator("main").isVisible(), true);
  await session.close();
});

test("markup in a report stays text, in the box, the marks, the tables and the findings", async () => {
  const nested = "<div><b>".repeat(10_000);
  const text = example("one-wrong-cell")
    .replace("| 21 |", `| ${image} |`)
    .replace("一、总体情况\n", `一、总体情况\n</textarea></script><script>window.ran=1</script>${image}<svg onload=window.ran=1>\n`)
    .concat(nested);
  const session = await openPage(browser);
  const { page } = session;
  const elements = () => page.evaluate(() => document.querySelectorAll("img, svg, b:not(.figure), div div div div div div").length);
  const before = await elements();
  await check(page, text);
  assert.equal(await textBox(page).inputValue(), text);
  assert.equal(await page.evaluate(() => document.querySelectorAll("script:not([type])").length), 1);
  assert.equal(await elements(), before);
  const cell = page.locator('[data-cell="requests.granted.natural"]');
  assert.notEqual(await cell.getAttribute("data-state"), "printed");
  assert.equal(await page.evaluate(() => window.ran), undefined);
  session.assertQuiet();
  await session.close();
});

test("markup typed or pasted into a cell stays text, in the cell, the box, the findings and the sheet that is printed", async () => {
  const session = await openPage(browser);
  const { page } = session;
  await check(page, example("one-wrong-cell"));
  const elements = () => page.evaluate(() => document.querySelectorAll("img, b b, td script").length);
  const before = await elements();
  const cell = page.locator('[data-cell="requests.granted.natural"]');
  await cell.focus();
  await page.keyboard.press("F2");
  await page.locator(".cell-box").fill(image);
  await page.keyboard.press("Enter");
  await page.waitForSelector("td.edited");
  assert.equal(await cell.locator(".printed").textContent(), image);
  assert.ok((await page.locator("#finding-list").textContent()).includes(image));
  await cell.focus();
  await page.evaluate((markup) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", `${markup}\t<script>window.ran=1</script>`);
    clipboardData.setData("text/html", `<table><tr><td>${markup}<td><script>window.ran=1</script></table>`);
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, image);
  await page.waitForFunction(() => document.querySelectorAll("td.edited").length === 2);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  assert.equal(await elements(), before);
  assert.equal(await page.evaluate(() => window.ran), undefined);
  session.assertQuiet();
  await session.close();
});

for (const [name, text] of [
  ["5 MB of bars", "|".repeat(5 << 20)],
  ["NUL bytes and a lone surrogate", `${"\u0000".repeat(1000)}\ud800${example("consistent")}\udfff`],
  ["5 MB of random characters", Array.from({ length: 5 << 18 }, (_, at) => String.fromCharCode(32 + ((at * 2654435761) >>> 0) % 40_000)).join("")],
]) {
  test(`${name}: an answer, and the page goes on`, { timeout: 120_000 }, async () => {
    const session = await openPage(browser);
    const { page } = session;
    await check(page, text);
    assert.notEqual(await page.locator("#verdict-sentence").textContent(), "");
    assert.equal(await check(page, example("consistent")), "consistent");
    session.assertQuiet();
    await session.close();
  });
}
