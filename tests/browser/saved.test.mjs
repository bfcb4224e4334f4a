// Copies of the page that people save and pass on.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { assertFlow, flowScript } from "./flow.mjs";
import { example, pageFile, pageUrl } from "./places.mjs";
import { check, launch, openPage, textBox } from "./session.mjs";
import { openSite } from "./site.mjs";

const folder = mkdtempSync(join(tmpdir(), "gouji 另存-"));
let browser;

before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

function save(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return pathToFileURL(path).href;
}

async function runsFrom(url) {
  const session = await openPage(browser, { url });
  try {
    assertFlow(assert, await session.page.evaluate(flowScript(example("one-wrong-cell"))));
    session.assertQuiet();
  } finally {
    await session.close();
  }
}

test("the HTML-only copy of the page from an intranet server", async () => {
  const site = await openSite();
  const session = await openPage(browser, { url: site.url });
  const body = await (await session.page.goto(site.url)).body();
  await session.close();
  await site.close();
  await runsFrom(save("年报 核对.html", body));
});

test("a complete copy holds the page's last state, starts clean and works", async () => {
  const session = await openPage(browser);
  const words = "栖梧县人民政府";
  await check(session.page, example("one-wrong-cell"));
  await session.page.locator("#beside summary").click();
  await session.page.locator("#previous").fill(example("one-wrong-cell"));
  await session.page.locator('[data-filter="error"]').click();
  await session.page.locator('[data-cell="requests.new.natural"]').focus();
  await session.page.keyboard.press("Delete");
  await session.page.waitForSelector("td.edited");
  // Firefox writes what stands in a text box into the file.
  await session.page.evaluate(() => {
    for (const box of document.querySelectorAll("textarea")) box.textContent = box.value;
  });
  // Chromium puts a comment and a charset before everything else.
  const content = (await session.page.content())
    .replace(/^<!DOCTYPE html>/i, "$&\n<!-- saved from url=(0028)http://nianbao.example:8080/ -->")
    .replace("<head>", '<head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">');
  await session.close();
  assert.match(content, /data-ready="true"/);
  assert.match(content, /data-verdict="inconsistent"/);
  assert.ok(content.includes(words));

  const url = save("完整 副本.html", content);
  const copy = await openPage(browser, { url });
  assert.equal(await textBox(copy.page).inputValue(), "");
  assert.equal(await copy.page.locator("[data-verdict]").count(), 0);
  assert.equal(await copy.page.locator("[data-rule]").count(), 0);
  assert.equal(await copy.page.locator("td.edited").count(), 0);
  assert.equal(await copy.page.locator("#edits").isVisible(), false);
  assert.equal(await copy.page.locator("#previous").inputValue(), "");
  assert.equal(await copy.page.locator("#previous").isVisible(), false);
  assert.equal(await copy.page.locator('[data-filter][aria-pressed="false"]').count(), 0);
  assert.equal((await copy.page.locator("body").innerText()).includes(words), false);
  assert.equal(await copy.page.locator("#guide").isVisible(), true);
  await copy.close();
  await runsFrom(url);
});

test("a complete copy of a complete copy is no larger, and unpacks each part once", async () => {
  const saved = async (url) => {
    const session = await openPage(browser, { url });
    const content = await session.page.content();
    const own = await session.page.evaluate(() => ["style", "script:not([type])"].map((kind) => document.querySelectorAll(kind).length));
    await session.close();
    assert.deepEqual(own, [2, 1]);
    return content;
  };
  const first = await saved(pageUrl);
  assert.equal((await saved(save("副本.html", first))).length, first.length);
});

// The data blocks are of ASCII, and so is what unpacks them.
for (const charset of ["gb18030", "windows-1252"]) {
  test(`a server that declares ${charset} harms no packed part`, async () => {
    const site = await openSite(charset);
    try {
      const session = await openPage(browser, { url: site.url });
      assert.equal(await session.page.evaluate(() => document.characterSet.toLowerCase()), charset);
      assertFlow(assert, await session.page.evaluate(flowScript(example("one-wrong-cell"))));
      session.assertQuiet();
      await session.close();
    } finally {
      await site.close();
    }
  });
}

/** The page with one character of a data block changed. */
function damaged(id) {
  const html = readFileSync(pageFile, "utf8");
  const at = html.indexOf(">", html.indexOf(`id="${id}"`)) + 500;
  return html.slice(0, at) + (html[at] === "a" ? "b" : "a") + html.slice(at + 1);
}

test("a page that is damaged runs nothing and says that it cannot", async () => {
  for (const part of ["decoder", "page"]) {
    const archive = await openPage(browser, { url: save("损坏.html", damaged(part)), ready: false });
    assert.equal(await archive.page.locator("gouji-running").isVisible(), true, part);
    assert.equal(await archive.page.locator("main").isVisible(), false, part);
    await archive.close();
  }
  const session = await openPage(browser, { url: save("损坏.html", damaged("core")), ready: false });
  const notice = session.page.getByRole("alert");
  await notice.waitFor();
  assert.match(await notice.innerText(), /核对程序没有启动.*已经损坏/);
  await session.close();
});

test("where only a worker may have wasm, as before Chromium 97, the page starts all the same", async () => {
  const session = await openPage(browser, {
    before: 'WebAssembly.Module = class { constructor() { throw new WebAssembly.CompileError("disallowed by embedder"); } };',
  });
  assertFlow(assert, await session.page.evaluate(flowScript(example("one-wrong-cell"))));
  session.assertQuiet();
  await session.close();
});

test("a single-file archive, which has lost its scripts, says what to do", async () => {
  const session = await openPage(browser);
  await check(session.page, example("consistent"));
  const client = await session.page.context().newCDPSession(session.page);
  const { data } = await client.send("Page.captureSnapshot", { format: "mhtml" });
  await session.close();
  const archive = await openPage(browser, { url: save("网页.mhtml", data), ready: false });
  const message = archive.page.locator("gouji-running");
  assert.equal(await message.isVisible(), true);
  assert.match(await message.innerText(), /mhtml.*仅 HTML/);
  assert.equal(await archive.page.locator("main").isVisible(), false);
  await archive.close();
});

test("without JavaScript the page says so, in Chinese", async () => {
  const session = await openPage(browser, { ready: false, javaScriptEnabled: false });
  const text = await session.page.locator("gouji-running").innerText();
  assert.match(text, /这一页现在不能核对/);
  assert.match(text, /关闭了 JavaScript/);
  assert.equal(await session.page.locator("#text").isVisible(), false);
  await session.close();
});

for (const [lack, words] of [
  ["WebAssembly", /没有 WebAssembly/],
  ["Worker", /没有 Worker/],
]) {
  test(`a browser without ${lack} gets a message that says so`, async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(`delete window.${lack}`);
    await page.goto(pageUrl);
    const notice = page.getByRole("alert");
    await notice.waitFor();
    assert.match(await notice.innerText(), /核对程序没有启动/);
    assert.match(await notice.innerText(), words);
    assert.equal(await page.locator("html").getAttribute("data-ready"), null);
    await context.close();
  });
}
