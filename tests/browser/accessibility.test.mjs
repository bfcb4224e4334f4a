// WCAG 2.2 A and AA as far as axe-core can tell, in each state of the page, light and dark, in both languages, with
// large text and with high contrast; 400 % zoom; forced colours; reduced motion; and the whole task by keyboard alone.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { example } from "./places.mjs";
import { check, launch, openPage } from "./session.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const one = example("one-wrong-cell");

/** What brings the page into each of its states. */
const states = {
  "nothing pasted": async () => {},
  "a report that reconciles": (page) => check(page, example("consistent")),
  "a report with errors": (page) => check(page, one),
  "a damaged layout": (page) => check(page, example("damaged-layout")),
  "no report at all": (page) => check(page, "今天天气很好，适合出门走走。"),
  "a table lost": (page) => check(page, one.replace(/（本列数据的勾稽关系为[\s\S]*?(?=四、)/, "\n")),
  "a cell typed in": async (page) => {
    await check(page, one);
    await page.locator('[data-cell="requests.new.company"]').click();
    await page.keyboard.type("4");
  },
  "a proposal adopted": async (page) => {
    await check(page, one);
    await page.getByRole("button", { name: "采用", exact: true }).first().click();
    await page.waitForSelector("td.edited");
  },
  "a finding chosen, all folds open": async (page) => {
    await check(page, one);
    await page.locator("#beside summary").click();
    await page.locator("#picture summary").click();
    await page.locator(".finding").first().click();
  },
  "menus open": async (page) => {
    await check(page, one);
    await page.locator("details.menu summary").first().click();
  },
  help: async (page) => {
    await page.locator("#to-help").click();
    await page.locator(".help-rules summary").first().click();
  },
  "the list, empty": (page) => page.locator("#to-batch").click(),
  "the list of several reports": async (page) => {
    await page.locator("#files").setInputFiles(
      ["consistent", "one-wrong-cell", "damaged-layout"].map((name) => ({ name: `${name}.txt`, mimeType: "text/plain", buffer: Buffer.from(example(name)) })),
    );
    await page.locator("#batch tbody tr").nth(2).waitFor();
  },
  "a file that cannot be read": async (page) => {
    await page.locator("#files").setInputFiles({ name: "年报.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n") });
    await page.locator("#notice:not([hidden])").waitFor();
  },
};

async function violations(page) {
  // The policy lets in no script element; the driver's own evaluation is not bound by it.
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate((values) => window.axe.run({ runOnly: { type: "tag", values } }), tags);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary.split("\n")[1] ?? ""}`).slice(0, 3).join(" | ")}`);
}

for (const colorScheme of ["light", "dark"]) {
  for (const [name, enter] of Object.entries(states)) {
    test(`axe-core finds nothing: ${name}, ${colorScheme}`, async () => {
      const session = await openPage(browser, { colorScheme });
      try {
        await enter(session.page);
        assert.deepEqual(await violations(session.page), []);
      } finally {
        await session.close();
      }
    });
  }
}

const settings = {
  English: (page) => page.locator("#language").click(),
  "large text": async (page) => {
    await page.locator("details.menu summary").nth(1).click();
    await page.getByLabel("大字").check();
  },
  "high contrast": async (page) => {
    await page.locator("details.menu summary").nth(1).click();
    await page.getByLabel("高对比").check();
  },
};
for (const colorScheme of ["light", "dark"]) {
  for (const [name, choose] of Object.entries(settings)) {
    test(`axe-core finds nothing: ${name}, ${colorScheme}`, async () => {
      const session = await openPage(browser, { colorScheme });
      try {
        await choose(session.page);
        await session.page.evaluate((text) => {
          const box = document.getElementById("text");
          box.value = text;
          box.dispatchEvent(new Event("input", { bubbles: true }));
        }, one);
        await session.page.waitForSelector("[data-verdict]");
        assert.deepEqual(await violations(session.page), []);
      } finally {
        await session.close();
      }
    });
  }
}

// 1280 px wide at 400 % is 320 px: nothing may have to be scrolled in two directions but the tables, which are data.
test("at 400 % zoom only the tables are wider than the window", async () => {
  const session = await openPage(browser, { viewport: { width: 320, height: 256 } });
  const { page } = session;
  try {
    for (const enter of [states["nothing pasted"], states["a report with errors"], states.help, states["the list of several reports"]]) {
      await enter(page);
      const wide = await page.evaluate(() => {
        const inTable = (element) => element.closest("table, .sheet-scroll, .menu, svg, [class*=scroll]") !== null;
        const found = Array.from(document.querySelectorAll("body *"))
          .filter((element) => !inTable(element) && element.getClientRects().length > 0 && element.getBoundingClientRect().right > innerWidth + 1)
          .filter((element) => !element.closest(".spoken") && getComputedStyle(element).position !== "absolute");
        return [document.documentElement.scrollWidth > innerWidth, ...found.map((element) => `${element.tagName} ${element.id} ${element.className}`)];
      });
      assert.deepEqual(wide, [false]);
      assert.deepEqual(await violations(page), []);
      if (await page.locator("#help:visible").count()) await page.locator("#to-help").click();
    }
  } finally {
    await session.close();
  }
});

test("forced colours: every state of a cell and every verdict has a sign that is no colour", async () => {
  const session = await openPage(browser, { forcedColors: "active" });
  const { page } = session;
  try {
    await check(page, one.replace("规章 | 0 |", "规章 |  |"));
    const look = (query) => page.evaluate((at) => {
      const element = document.querySelector(at);
      const own = getComputedStyle(element);
      return { outline: own.outlineStyle, after: getComputedStyle(element, "::after").content, before: getComputedStyle(element, "::before").content };
    }, query);
    assert.match((await look('[data-state="blank"]:not([data-inferred])')).after, /空/);
    assert.match((await look("#verdict-sentence")).before, /[✗!✓]/);
    await page.locator('[data-cell="requests.partial.natural"]').click();
    assert.equal((await look('[data-cell="requests.partial.natural"]')).outline, "solid");
    await page.keyboard.type("9");
    await page.keyboard.press("Enter");
    await page.waitForSelector("td.edited");
    assert.match((await look("td.edited")).before, /✎/);
  } finally {
    await session.close();
  }
});

test("reduced motion: nothing moves", async () => {
  const session = await openPage(browser, { reducedMotion: "reduce" });
  try {
    await check(session.page, one);
    const moving = await session.page.evaluate(() => {
      document.getElementById("results").setAttribute("aria-busy", "true");
      return document.getAnimations().length;
    });
    assert.equal(moving, 0);
  } finally {
    await session.close();
  }
});

test("screen readers get a cell's heads, state and value, and a finding's severity, in words", async () => {
  const session = await openPage(browser);
  const { page } = session;
  try {
    await check(page, one.replace("规章 | 0 |", "规章 |  |"));
    const blank = page.locator('[data-cell="disclosure.art20_1.rules.issued"]');
    assert.match(await blank.textContent(), /空白/);
    const row = page.getByRole("row", { name: /一、本年新收政府信息公开申请数量/ });
    assert.equal(await row.count(), 1);
    assert.equal(await page.getByRole("columnheader", { name: "自然人", exact: true }).first().getAttribute("scope"), "col");
    assert.match(await page.getByRole("list", { name: "核对发现", exact: true }).getByRole("button", { name: /^错误/ }).first().textContent(), /^错误/);
    assert.match(await page.getByRole("status").first().textContent(), /勾稽关系/);
  } finally {
    await session.close();
  }
});

test("the whole task by keyboard alone: paste, go to a finding, adopt, undo, type, copy, help, language", async () => {
  const session = await openPage(browser);
  const { page } = session;
  const { keyboard } = page;
  const focused = () => page.evaluate(() => document.activeElement.textContent || document.activeElement.id);
  const tabTo = async (wanted) => {
    for (let steps = 0; steps < 80; steps++) {
      await keyboard.press("Tab");
      if (wanted.test(await focused())) return;
    }
    throw new Error(`the keyboard does not reach ${wanted}, but ends on ${await focused()}`);
  };
  try {
    await tabTo(/^text$/);
    await keyboard.insertText(one);
    await page.waitForSelector('[data-verdict="inconsistent"]');
    await tabTo(/^采用$/);
    await keyboard.press("Enter");
    await page.waitForSelector('[data-verdict="consistent"]');
    assert.equal(await focused(), "撤销");
    await keyboard.press("Enter");
    await page.waitForSelector('[data-verdict="inconsistent"]');
    await tabTo(/^错误表三/);
    await keyboard.press("Enter");
    assert.equal(await page.locator("#finding-list [aria-current]").count(), 1);
    await keyboard.press("Shift+Tab");
    while (!(await page.evaluate(() => document.activeElement.dataset.cell !== undefined))) await keyboard.press("Shift+Tab");
    // The last of the tables; then by arrows and by typing.
    await page.locator('[data-cell="requests.granted.company"]').focus();
    await keyboard.press("ArrowLeft");
    await keyboard.type("12");
    await keyboard.press("Enter");
    await page.waitForSelector('[data-verdict="consistent"]');
    await keyboard.press("Control+z");
    await page.waitForSelector('[data-verdict="inconsistent"]');
    await keyboard.press("Control+y");
    await page.waitForSelector('[data-verdict="consistent"]');
    await page.locator("#files").focus();
    await tabTo(/^导出$/);
    await keyboard.press("Enter");
    await tabTo(/^复制三张表$/);
    await keyboard.press("Enter");
    assert.match(await page.locator("#notice").textContent(), /已复制/);
    await page.locator("#files").focus();
    await tabTo(/^帮助$/);
    await keyboard.press("Enter");
    await page.waitForSelector("#help:not([hidden]) summary");
    await tabTo(/^返回$/);
    await keyboard.press("Enter");
    assert.equal(await page.locator("#report").isVisible(), true);
    await page.locator("#files").focus();
    await tabTo(/^English$/);
    await keyboard.press("Enter");
    assert.equal(await focused(), "中文");
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
    await page.waitForSelector("td.edited");
    session.assertQuiet();
  } finally {
    await session.close();
  }
});
