// A page in Debian's Chromium that remembers every request and every complaint.

import assert from "node:assert/strict";
import { chromium as driver } from "playwright-core";
import { chromium, chromiumArguments } from "./browsers.mjs";
import { pageUrl } from "./places.mjs";

export const launch = () => driver.launch({ executablePath: chromium, args: chromiumArguments });

/** `before` is a script that runs before the page's own. */
export async function openPage(browser, { url = pageUrl, ready = true, before = "", ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  await page.addInitScript(before);
  const requests = [];
  const complaints = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(url);
  if (ready) await page.waitForSelector('html[data-ready="true"]', { timeout: 10_000 });
  return {
    page,
    requests,
    complaints,
    /** Nothing but the document was asked for: what is inside the page (blob:, data:) leaves no machine. */
    assertQuiet() {
      assert.deepEqual(requests.filter((asked) => !/^(blob|data):/.test(asked)), [url]);
      assert.deepEqual(complaints, []);
    },
    close: () => context.close(),
  };
}

export const textBox = (page) => page.getByRole("textbox", { name: "报告文本", exact: true });

/** Puts a text in the box, in one go as pasting does, and waits until what is shown is about it. */
export async function check(page, text) {
  await textBox(page).fill("");
  await page.waitForSelector("#verdict:not([data-verdict])", { state: "attached" });
  await textBox(page).evaluate((box, value) => {
    box.value = value;
    box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  }, text);
  await page.waitForSelector("[data-verdict]", { timeout: 20_000 });
  return page.locator("[data-verdict]").getAttribute("data-verdict");
}

export const selected = (page) =>
  page.evaluate(() => {
    const box = document.querySelector("textarea");
    return box.value.slice(box.selectionStart, box.selectionEnd);
  });
