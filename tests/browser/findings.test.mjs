// The list of findings: worst first, filtered by severity, each with what stands behind it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { changedBy } from "./answers.mjs";
import { example } from "./places.mjs";
import { check, launch, openPage } from "./session.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

async function withPage(script, use) {
  const session = await openPage(browser, { before: script });
  try {
    await use(session.page);
    session.assertQuiet();
  } finally {
    await session.close();
  }
}

const severities = (page) =>
  page.locator("#finding-list > [data-rule]").evaluateAll((items) => items.map(({ dataset }) => dataset.severity));
const filter = (page, words) => page.getByRole("group", { name: "按级别筛选" }).getByRole("button", { name: words });

test("findings stand worst first, and the filters tell how many there are of each", async () => {
  await withPage("", async (page) => {
    await check(page, example("damaged-layout"));
    const all = await severities(page);
    const rank = all.map((severity) => ["error", "warning", "info"].indexOf(severity));
    assert.deepEqual(rank, rank.slice().sort());
    for (const [severity, words] of [["error", "错误"], ["warning", "提醒"], ["info", "提示"]]) {
      const count = all.filter((one) => one === severity).length;
      assert.ok(count > 0);
      assert.equal(await filter(page, words).textContent(), `${words} ${count}`);
      assert.equal(await filter(page, words).getAttribute("aria-pressed"), "true");
    }
    await check(page, example("consistent"));
    for (const words of ["错误", "提醒"]) assert.equal(await filter(page, words).count(), 0, "none to filter");
  });
});

test("a filter takes its findings out and back, by keyboard too, and holds for the next text", async () => {
  await withPage("", async (page) => {
    await check(page, example("damaged-layout"));
    const all = await severities(page);
    await filter(page, "提醒").focus();
    await page.keyboard.press("Space");
    assert.equal(await filter(page, "提醒").getAttribute("aria-pressed"), "false");
    assert.deepEqual(await severities(page), all.filter((severity) => severity !== "warning"));
    assert.equal(await page.evaluate(() => document.activeElement.dataset.filter), "warning");
    // What is left is still chosen and walked through as what it is.
    await page.locator("#finding-list [data-severity=info] .finding").first().click();
    assert.equal(await page.locator("#finding-list [aria-current]").getAttribute("data-severity"), "info");
    await filter(page, "错误").click();
    await filter(page, "提示").click();
    assert.deepEqual(await severities(page), []);
    assert.equal(await page.getByText("选中的级别没有发现。").isVisible(), true);
    await check(page, `${example("damaged-layout")}\n`);
    assert.deepEqual(await severities(page), []);
    for (const words of ["错误", "提醒", "提示"]) await filter(page, words).click();
    assert.deepEqual(await severities(page), all);
  });
});

test("a filter is forgotten with the page", async () => {
  const { page, close } = await openPage(browser);
  await check(page, example("damaged-layout"));
  const all = await severities(page);
  await filter(page, "提醒").click();
  assert.notDeepEqual(await severities(page), all);
  await page.reload();
  await page.waitForSelector('html[data-ready="true"]');
  await check(page, example("damaged-layout"));
  assert.deepEqual(await severities(page), all);
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
  await close();
});

test("only what is official is called so, with its document; of the rest, the reason is told when chosen", async () => {
  const each = changedBy((answer) => {
    const bases = [
      ["official", "第五十条"],
      ["practice", "核对惯例：没有发生的填 0"],
      ["form", "表内所印"],
      ["arithmetic", "等量"],
      ["meaning", "总计之意"],
      ["honesty", "读不出"],
    ];
    answer.findings = bases.map(([basis, basis_text]) => ({
      ...answer.findings[0],
      rule: basis,
      basis,
      basis_text,
      equation: null,
    }));
  });
  await withPage(each, async (page) => {
    await check(page, example("one-wrong-cell"));
    const told = () =>
      page.locator("#finding-list [data-rule]").evaluateAll((items) =>
        items.map((item) => item.querySelector(".finding-basis").innerText),
      );
    assert.deepEqual(await told(), ["官方要求：第五十条", "核对惯例", "表内关系", "计算", "表项含义", "如实说明"]);
    await page.locator('[data-rule="practice"] .finding').click();
    assert.equal((await told())[1], "核对惯例：没有发生的填 0");
  });
});

test("of a hundred findings each is reached, and the list scrolls within the page", async () => {
  const many = changedBy((answer) => {
    const [first] = answer.findings;
    answer.findings = Array.from({ length: 100 }, (_, at) => ({ ...first, rule: `R${at}`, message: `第 ${at} 条`, equation: null }));
  });
  await withPage(many, async (page) => {
    await check(page, example("one-wrong-cell"));
    assert.equal(await page.locator("[data-rule]").count(), 100);
    await page.locator('[data-rule="R99"] .finding').click();
    const [height, inside] = await page.evaluate(() => [document.documentElement.scrollHeight, window.innerHeight]);
    assert.ok(height <= inside);
    await page.keyboard.press("ArrowUp");
    assert.match(await page.evaluate(() => document.activeElement.textContent), /第 98 条/);
  });
});
