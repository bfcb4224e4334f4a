// What the core proposes: adopted, undone, exchanged for another, by mouse and by keyboard. The text is never changed.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { changedBy } from "./answers.mjs";
import { example } from "./places.mjs";
import { check, launch, openPage, textBox } from "./session.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const oneWrong = example("one-wrong-cell");
const cell = '[data-cell="requests.granted.natural"]';

/** Two errors that have nothing to do with each other, one in table 3 and one in table 4. */
const twoGroups = oneWrong.replace(/(行政复议[\s\S]*\n)(\d+) \|((?: \d+ \|){13} \d+\n)/, "$17 |$3");

async function withPage(text, use, script = "") {
  const session = await openPage(browser, { before: script });
  try {
    assert.equal(await check(session.page, text), "inconsistent");
    await use(session.page);
    assert.equal(await textBox(session.page).inputValue(), text);
    session.assertQuiet();
  } finally {
    await session.close();
  }
}

const list = (page) => page.getByRole("list", { name: "核对发现", exact: true });
const adopt = (page) => list(page).getByRole("button", { name: "采用", exact: true });
const bar = (page) => page.locator("#edits");
const button = (page, name) => bar(page).getByRole("button", { name, exact: true });
const settled = (page, verdict) => page.waitForSelector(`[data-verdict="${verdict}"]`, { timeout: 5000 });

/** How the one wrong cell and its two equations stand. */
const standing = (page) =>
  page.evaluate((id) => {
    const element = document.querySelector(id);
    return {
      state: element.dataset.state,
      shown: element.firstChild.textContent,
      edited: element.classList.contains("edited"),
      proposed: element.querySelector("button") !== null,
      residuals: ["T3.RESULTS.natural", "T3.ROW.granted"].map(
        (equation) => document.querySelector(`[data-equation="${equation}"]`).dataset.tone,
      ),
      failing: document.querySelectorAll("[data-failing]").length > 0,
      marked: document.querySelectorAll("#marks mark[data-severity=error]").length > 0,
      errors: document.querySelectorAll('#finding-list [data-severity="error"]').length,
    };
  }, cell);

const untouched = {
  state: "printed",
  shown: "21",
  edited: false,
  proposed: true,
  residuals: ["fail", "fail"],
  failing: true,
  marked: true,
  errors: 2,
};
const corrected = {
  state: "printed",
  shown: "12",
  edited: true,
  proposed: false,
  residuals: ["pass", "pass"],
  failing: false,
  marked: false,
  errors: 0,
};

const editedCells = (page) => page.locator("td.edited").evaluateAll((all) => all.map(({ dataset }) => dataset.cell));

test("the findings of one wrong cell stand under one proposal, in the first of them", async () => {
  await withPage(oneWrong, async (page) => {
    const heading = list(page).getByRole("heading", { name: "使各式成立的最小改动", exact: true });
    assert.equal(await heading.count(), 1);
    const proposal = await page.locator(".repair .proposal p").first().textContent();
    assert.match(proposal, /^表三「\(一\)予以公开 · 自然人」由 21 改为 12/);
    const items = await list(page).getByRole("listitem").evaluateAll((all) => all.map(({ dataset }) => dataset.rule));
    assert.deepEqual(items.slice(0, 2).sort(), ["T3.RESULTS", "T3.ROW"]);
    assert.ok(items.every((rule) => rule !== undefined), "a proposal is no item of its own");
    assert.match(await page.locator("#verdict-sentence").textContent(), /2 条勾稽关系不成立，改 1 格即可全部成立/);
    assert.equal(await page.getByText(/错在|错误是/).count(), 0);
    assert.equal(await page.locator(cell).textContent(), "21", "the cell shows what is printed");
    assert.equal(await bar(page).isVisible(), false);
  });
});

test("a proposal is adopted and undone, and the printed value stays in sight", async () => {
  await withPage(oneWrong, async (page) => {
    assert.deepEqual(await standing(page), untouched);
    await adopt(page).first().click();
    await settled(page, "consistent");
    assert.deepEqual(await standing(page), corrected);
    assert.match(await page.locator(cell).getAttribute("title"), /已改，原文「21」/);
    assert.equal(await page.locator(`${cell} .spoken`).textContent(), "已改，原文「21」");
    assert.match(await bar(page).locator("p").textContent(), /^已改 1 格：结论和发现按改后的表格，原文没有改$/);
    assert.equal(await bar(page).getByRole("status").count(), 1, "it is told without being looked for");
    assert.equal(await page.locator("#verdict-sentence").textContent(), "42 条勾稽关系全部成立");
    assert.equal(await page.locator(cell).getAttribute("aria-current"), "true");
    assert.equal(await page.locator("#marks mark.chosen").textContent(), "21", "its place in the text is shown");
    await button(page, "撤销").click();
    await settled(page, "inconsistent");
    assert.deepEqual(await standing(page), untouched);
    assert.equal(await page.locator(`${cell} .spoken`).count(), 0);
    assert.equal(await bar(page).locator("p").textContent(), "改动已撤销，结论按原文");
    await button(page, "重做").click();
    await settled(page, "consistent");
    assert.deepEqual(await standing(page), corrected);
    await button(page, "全部还原").click();
    await settled(page, "inconsistent");
    assert.deepEqual(await standing(page), untouched);
  });
});

test("one click on the cell adopts what is proposed for it", async () => {
  await withPage(oneWrong, async (page) => {
    const proposed = page.locator(cell).getByRole("button", { name: "采用 12", exact: true });
    assert.equal(await proposed.evaluate((element) => getComputedStyle(element, "::before").content), '"→ 12"');
    await proposed.click();
    await settled(page, "consistent");
    assert.deepEqual(await standing(page), corrected);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.cell), "requests.granted.natural");
    assert.equal(await page.locator(".cell-box").count(), 0, "the click opens no box");
    await page.keyboard.press("Control+z");
    await settled(page, "inconsistent");
    assert.deepEqual(await standing(page), untouched);
  });
});

test("by keyboard alone: from the filters to the proposal, adopted, undone, and on to its findings", async () => {
  await withPage(oneWrong, async (page) => {
    const focused = () => page.evaluate(() => document.activeElement.textContent);
    await page.locator("[data-filter]:visible").last().focus();
    await page.keyboard.press("Tab");
    assert.equal(await focused(), "采用");
    const described = await page.evaluate(
      () => document.getElementById(document.activeElement.getAttribute("aria-describedby")).textContent,
    );
    assert.match(described, /由 21 改为 12/);
    await page.keyboard.press("Enter");
    await settled(page, "consistent");
    assert.equal(await focused(), "撤销", "what takes it back is at hand");
    assert.deepEqual(await standing(page), corrected);
    await page.keyboard.press("Space");
    await settled(page, "inconsistent");
    assert.deepEqual(await standing(page), untouched);
    const hasFocus = await page.evaluate(async () => {
      for (let frame = 0; frame < 2; frame++) await new Promise((done) => requestAnimationFrame(done));
      return document.activeElement !== document.body;
    });
    assert.equal(hasFocus, true, "the focus is not lost");
    await page.locator("[data-filter]:visible").last().focus();
    await page.keyboard.press("Tab");
    for (let step = 0; step < 5 && !/^错误/.test(await focused()); step++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#finding-list [aria-current]").count(), 1);
  });
});

test("the other repairs are one step away, and one adopted settles its group only", async () => {
  await withPage(twoGroups, async (page) => {
    const group = page.locator(".repair", { has: page.locator("summary") });
    const summary = group.locator("summary");
    assert.match(await summary.textContent(), /其他改法（\d+）/);
    const others = group.locator("details .proposal");
    assert.equal(await others.count(), 0);
    await summary.focus();
    await page.keyboard.press("Enter");
    await others.first().waitFor();
    const first = await group.locator("> .proposal p").textContent();
    const second = await others.first().locator("p").textContent();
    assert.notEqual(second, first);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForSelector("td.edited");
    const [changed, ...more] = await editedCells(page);
    assert.deepEqual(more, []);
    assert.match(changed, /^disputes\./);
    const [, to] = /(?:由 \d+ 改为|填为) (\d+)/.exec(second);
    assert.equal(await page.locator("td.edited").evaluate((element) => element.firstChild.textContent), to);
    assert.equal(await page.locator('[data-equation^="T4.SUM"][data-tone="fail"]').count(), 0);
    assert.equal(await page.locator('.residual[data-tone="fail"]').count(), 2, "the other group is not touched");
    assert.equal(await page.locator(".repair").count(), 1);
  });
});

test("groups that have nothing in common are adopted one after the other, and a new text ends every edit", async () => {
  await withPage(twoGroups, async (page) => {
    await page.locator(".repair > .proposal button").first().click();
    await page.waitForFunction(() => document.querySelectorAll(".repair").length === 1);
    await page.locator(".repair > .proposal button").first().click();
    await settled(page, "consistent");
    assert.match(await bar(page).textContent(), /已改 2 格/);
    assert.equal(await page.locator('.residual[data-tone="fail"]').count(), 0);
    await check(page, oneWrong);
    assert.equal(await bar(page).isVisible(), false);
    assert.deepEqual(await standing(page), untouched);
    await check(page, twoGroups);
    assert.deepEqual(await editedCells(page), []);
  });
});

// Whatever the core's own search comes to, while the equations fail.
const byHand = (repairs) =>
  changedBy(`(answer) => {
    if (answer.equations.some(({ status }) => status === "fail")) answer.repairs = ${JSON.stringify(repairs)};
  }`);
const equations = ["T3.RESULTS.natural", "T3.ROW.granted"];

test("a search that was cut short says so; one that found nothing, too", async () => {
  const changes = [
    { cell: "requests.granted.natural", from: 21, to: 20 },
    { cell: "requests.granted.other", from: null, to: 3 },
  ];
  const alternatives = [{ changes, kind: "no such kind" }];
  await withPage(
    oneWrong,
    async (page) => {
      assert.equal(await page.getByText("搜索未穷尽，可能有其他同样小的改动").isVisible(), true);
      const words = await page.locator(".repair .proposal p").textContent();
      assert.equal(words, "表三「(一)予以公开 · 自然人」由 21 改为 20；表三「(一)予以公开 · 其他」填为 3");
      assert.match(await page.locator(cell).getAttribute("title"), /由 21 改为 20，共改 2 格/);
      await adopt(page).click();
      await page.waitForSelector("td.edited");
      assert.deepEqual(await editedCells(page), ["requests.granted.natural", "requests.granted.other"]);
      assert.match(await bar(page).textContent(), /已改 2 格/);
      await button(page, "撤销").click();
      await page.waitForFunction(() => document.querySelectorAll("td.edited").length === 0);
    },
    byHand([{ equations, alternatives, proved: false }]),
  );
  await withPage(
    oneWrong,
    async (page) => {
      assert.match(await page.locator(".repair").innerText(), /没有找到/);
      assert.equal(await adopt(page).count(), 0);
      assert.equal(await page.locator("#verdict-sentence").textContent(), "2 条勾稽关系不成立");
    },
    byHand([{ equations, alternatives: [], proved: true }]),
  );
});

test("a cell that was blank shows its new figure, and tells that it was blank", async () => {
  const text = oneWrong.replace("（一）予以公开 | 21 | 1 |", "（一）予以公开 |  | 1 |").replace("| 37 | 3 |", "| 38 | 3 |");
  const changes = [{ cell: "requests.granted.natural", from: null, to: 12 }];
  await withPage(
    text,
    async (page) => {
      await page.locator(cell).getByRole("button", { name: "采用 12", exact: true }).click();
      await page.waitForSelector("td.edited");
      assert.equal(await page.locator(cell).textContent(), "12已改，原文「空白」");
      assert.equal(await page.locator(cell).getAttribute("data-state"), "printed");
    },
    byHand([{ equations, alternatives: [{ changes, kind: "blank_filled" }], proved: true }]),
  );
});

test("hundreds of alternatives and changes of a whole row stay short until they are asked for", async () => {
  const row = ["natural", "company", "research", "nonprofit", "legal", "other", "total"];
  const changes = row.map((column, at) => ({ cell: `requests.granted.${column}`, from: 1, to: at + 30 }));
  const alternatives = Array.from({ length: 500 }, () => ({ changes, kind: "row_shifted" }));
  await withPage(
    oneWrong,
    async (page) => {
      assert.match(await page.locator(".repair p").first().textContent(), /^(表三「[^」]+」由 \d+ 改为 \d+；?){4} 等，共 7 格/);
      assert.equal(await page.locator(".proposal").count(), 1);
      await page.locator(".repair summary").click();
      await page.waitForFunction(() => document.querySelectorAll(".proposal").length === 500);
      await page.locator(".repair summary").click();
      await page.locator(".repair summary").click();
      assert.equal(await page.locator(".proposal").count(), 500);
      await page.locator(".proposal button").last().click();
      await page.waitForSelector("td.edited");
      assert.deepEqual(await editedCells(page), changes.map(({ cell: id }) => id));
      await button(page, "撤销").click();
      await page.waitForFunction(() => document.querySelectorAll("td.edited").length === 0);
    },
    byHand([{ equations, alternatives, proved: false }]),
  );
});
