// The report of the year before: typed, pasted, opened or dropped, it reaches the core beside the text that is checked.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { listening } from "./answers.mjs";
import { example } from "./places.mjs";
import { check, launch, openPage, textBox } from "./session.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const report = example("consistent");
const older = example("one-wrong-cell");

async function withPage(use) {
  const session = await openPage(browser, { before: listening });
  try {
    await use(session.page);
    session.assertQuiet();
  } finally {
    await session.close();
  }
}

const box = (page) => page.getByRole("textbox", { name: "上年报告", exact: true });
const summary = (page) => page.locator("summary", { hasText: "与上年报告核对" });
const asked = (page) =>
  page.evaluate(() => window.asked.filter(({ kind }) => kind === "check").map(({ question: { text, previous } }) => [text, previous]));
const lastAsked = async (page, previous) => {
  await page.waitForFunction(
    (wanted) => window.asked.filter(({ kind }) => kind === "check").pop()?.question.previous === wanted,
    previous,
    { timeout: 5000 },
  );
  return (await asked(page)).pop();
};

test("the box is there when asked for, by keyboard too, and what it holds is checked with the text", async () => {
  await withPage(async (page) => {
    await check(page, report);
    assert.deepEqual(await asked(page), [[report, ""]]);
    assert.equal(await box(page).isVisible(), false);
    await summary(page).focus();
    await page.keyboard.press("Enter");
    assert.equal(await box(page).isVisible(), true);
    await box(page).fill(older);
    assert.deepEqual(await lastAsked(page, older), [report, older]);
    assert.match(await summary(page).textContent(), /[\d,]+ 字/);
    await page.waitForFunction(() => !document.getElementById("results").hasAttribute("aria-busy"));
    assert.equal(await page.getByRole("alert").isVisible(), false);
    assert.notEqual(await page.locator("[data-verdict]").getAttribute("data-verdict"), null);
    await check(page, example("damaged-layout"));
    assert.deepEqual(await lastAsked(page, older), [example("damaged-layout"), older]);
    await page.getByRole("button", { name: "移除", exact: true }).click();
    await lastAsked(page, "");
    assert.equal(await summary(page).textContent(), "与上年报告核对");
  });
});

test("alone it asks nothing, and nothing of it is shown as the report's", async () => {
  await withPage(async (page) => {
    await summary(page).click();
    await box(page).fill(older);
    await page.waitForTimeout(400);
    assert.deepEqual(await asked(page), []);
    assert.equal(await page.locator("[data-verdict]").count(), 0);
    assert.equal(await textBox(page).inputValue(), "");
    assert.equal(await check(page, report), "consistent");
  });
});

test("a page pasted or opened gives way to its text, as in the other box", async () => {
  const cells = (row) => `<tr>${row.split(" | ").map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  const html = `<p>砚溪县2023年政府信息公开工作年度报告</p><table>${older.split("\n").filter((line) => line.includes(" | ")).map(cells).join("")}</table>`;
  await withPage(async (page) => {
    await check(page, report);
    await summary(page).click();
    await box(page).focus();
    await page.evaluate((markup) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", markup);
      clipboardData.setData("text/plain", "…");
      document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, html);
    await page.waitForFunction(() => document.getElementById("previous").value.includes("\t"));
    const pasted = await box(page).inputValue();
    assert.doesNotMatch(pasted, /<td/);
    await lastAsked(page, pasted);

    await page.getByLabel("打开上年报告", { exact: true }).setInputFiles({
      name: "上年.html",
      mimeType: "text/html",
      buffer: Buffer.from(html.replace("2023年", "2022年")),
    });
    await page.waitForFunction(() => document.getElementById("previous").value.includes("2022年"));
    const opened = await box(page).inputValue();
    assert.equal(opened.replace("2022年", "2023年").trim(), pasted.trim());
    await lastAsked(page, opened);

    // Its source, pasted as text.
    await box(page).evaluate((element, markup) => {
      element.value = markup;
      element.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
    }, html);
    await page.waitForFunction(() => /2023年/.test(document.getElementById("previous").value) && !document.getElementById("previous").value.includes("<"));
    assert.equal(await textBox(page).inputValue(), report);
  });
});

test("a file dropped on it goes there, one dropped elsewhere does not", async () => {
  await withPage(async (page) => {
    const drop = (selector, text) =>
      page.evaluate(([target, content]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([content], "年报.txt", { type: "text/plain" }));
        document.querySelector(target).dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      }, [selector, text]);
    await drop("#results", report);
    await page.waitForSelector("[data-verdict]");
    await drop("#beside summary", older);
    await lastAsked(page, older);
    assert.equal(await box(page).isVisible(), true, "it opens");
    assert.equal(await textBox(page).inputValue(), report);
  });
});
