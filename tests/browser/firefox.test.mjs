// The main flow in Debian's Firefox ESR, from file://, over http and from a complete copy as Firefox saves it.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { listening, repaired } from "./answers.mjs";
import { firefox } from "./browsers.mjs";
import { assertFlow, assertTrial, copied, flowScript, trialScript } from "./flow.mjs";
import { example, pageUrl } from "./places.mjs";
import { openSite } from "./site.mjs";

const text = example("one-wrong-cell");
let browser;

before(async () => {
  browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: firefox,
    headless: true,
    extraPrefsFirefox: { "network.dns.forceResolve": "127.0.0.1", "network.proxy.type": 0 },
  });
}, { timeout: 60_000 });
after(() => browser?.close());

async function open(url) {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(listening + repaired);
  const complaints = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(url);
  return { page, complaints };
}

test("Firefox ESR from file://", { timeout: 60_000 }, async () => {
  const { page, complaints } = await open(pageUrl);
  assert.match(await page.evaluate("navigator.userAgent"), /Firefox/);
  assertFlow(assert, await page.evaluate(flowScript(text)));
  assertTrial(assert, await page.evaluate(trialScript(text)));
  await page.click("details.menu summary");
  await page.click('[data-output="copy"]');
  assert.match(await page.evaluate(() => document.getElementById("notice").textContent), copied);
  assert.deepEqual(complaints, []);
  await page.close();
});

test("Firefox ESR over plain http, asking for the document only", { timeout: 60_000 }, async () => {
  const site = await openSite();
  const { page, complaints } = await open(site.url);
  const result = await page.evaluate(flowScript(text));
  assert.equal(result.secure, false);
  assertFlow(assert, result);
  assert.deepEqual(complaints, []);
  assert.deepEqual(site.asked, ["GET /"]);
  await page.close();
  await site.close();
});

test("Firefox ESR from a complete copy that holds the last state", { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "gouji-firefox-"));
  try {
    const { page } = await open(pageUrl);
    await page.evaluate(flowScript(text));
    await page.evaluate(() => {
      const box = document.querySelector("textarea");
      box.textContent = box.value;
    });
    const content = await page.content();
    await page.close();
    assert.match(content, /data-verdict="inconsistent"/);
    const path = join(folder, "copy.html");
    writeFileSync(path, content);
    const copy = await open(pathToFileURL(path).href);
    assertFlow(assert, await copy.page.evaluate(flowScript(text)));
    assert.deepEqual(copy.complaints, []);
    await copy.page.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
