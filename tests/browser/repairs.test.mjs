// What the core proposes: tried, undone, exchanged for another, by mouse and by keyboard. The text is never changed.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { changedBy, repaired } from "./answers.mjs";
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

async function withPage(text, use, script = repaired) {
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
const apply = (page) => list(page).getByRole("button", { name: "试用", exact: true });
const undo = (page) => list(page).getByRole("button", { name: "撤销", exact: true });

/** How the one wrong cell and its two equations stand. */
const standing = (page) =>
  page.evaluate((id) => {
    const element = document.querySelector(id);
    const words = (query) => element.querySelector(query)?.textContent ?? null;
    return {
      state: element.dataset.state,
      struck: words("s"),
      tried: words("b"),
      residuals: ["T3.RESULTS.natural", "T3.ROW.granted"].map(
        (equation) => document.querySelector(`[data-equation="${equation}"]`).dataset.tone,
      ),
      failing: document.querySelectorAll("[data-failing]").length > 0,
      marked: document.querySelectorAll("#marks mark[data-severity=error]").length > 0,
      settled: document.querySelectorAll("#finding-list .settled").length,
    };
  }, cell);

const untouched = {
  state: "printed",
  struck: null,
  tried: null,
  residuals: ["fail", "fail"],
  failing: true,
  marked: true,
  settled: 0,
};
const tried = {
  state: "printed",
  struck: "21",
  tried: "12",
  residuals: ["tried", "tried"],
  failing: false,
  marked: false,
  settled: 2,
};

test("the findings of one wrong cell stand under one proposal, which is no item of the list", async () => {
  await withPage(oneWrong, async (page) => {
    const heading = list(page).getByRole("heading", { name: "使各式成立的最小改动", exact: true });
    assert.equal(await heading.count(), 1);
    const proposal = await page.locator(".repair .proposal p").first().textContent();
    assert.match(proposal, /^表三「\(一\)予以公开 · 自然人」由 21 改为 12/);
    const items = await list(page).getByRole("listitem").evaluateAll((all) => all.map(({ dataset }) => dataset.rule));
    assert.deepEqual(items.slice(0, 2).sort(), ["T3.RESULTS", "T3.ROW"]);
    assert.ok(items.every((rule) => rule !== undefined));
    assert.match(await page.locator("#verdict-sentence").textContent(), /2 条勾稽关系不成立，改 1 格即可全部成立/);
    assert.equal(await page.getByText(/错在|错误是/).count(), 0);
    assert.equal(await page.locator(cell).textContent(), "21", "the cell shows what is printed");
  });
});

test("a proposal is tried and undone, and the printed value stays in sight", async () => {
  await withPage(oneWrong, async (page) => {
    assert.deepEqual(await standing(page), untouched);
    await apply(page).first().click();
    assert.deepEqual(await standing(page), tried);
    assert.match(await page.locator(cell).getAttribute("title"), /试用 12，原文没有改/);
    assert.match(await page.locator(`${cell} .spoken`).textContent(), /试用，原文 21/);
    assert.match(await page.locator("#trial").textContent(), /正在试用 1 格的改动；原文没有改/);
    assert.match(await page.locator("#finding-list li.settled").first().textContent(), /按此改动成立/);
    assert.equal(await page.locator("[data-verdict]").getAttribute("data-verdict"), "inconsistent");
    assert.equal(await page.locator(cell).getAttribute("aria-current"), "true");
    await undo(page).click();
    assert.deepEqual(await standing(page), untouched);
    assert.equal(await page.locator("#trial").textContent(), "");
  });
});

test("one click on the cell tries what is proposed for it, and another takes it back", async () => {
  await withPage(oneWrong, async (page) => {
    await page.locator(cell).getByRole("button", { name: "试用 12", exact: true }).click();
    assert.deepEqual(await standing(page), tried);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.cell), "requests.granted.natural");
    await page.locator(cell).getByRole("button", { name: "撤销", exact: true }).click();
    assert.deepEqual(await standing(page), untouched);
  });
});

test("by keyboard alone: from the filters to the proposal, tried, undone, and on to its findings", async () => {
  await withPage(oneWrong, async (page) => {
    const focused = () => page.evaluate(() => document.activeElement.textContent);
    await page.locator("[data-filter]:visible").last().focus();
    await page.keyboard.press("Tab");
    assert.equal(await focused(), "试用");
    const described = await page.evaluate(
      () => document.getElementById(document.activeElement.getAttribute("aria-describedby")).textContent,
    );
    assert.match(described, /由 21 改为 12/);
    await page.keyboard.press("Enter");
    assert.equal(await focused(), "撤销", "the focus stays");
    assert.deepEqual(await standing(page), tried);
    await page.keyboard.press("Space");
    assert.equal(await focused(), "试用");
    assert.deepEqual(await standing(page), untouched);
    for (let step = 0; step < 5 && !/^错误/.test(await focused()); step++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#finding-list [aria-current]").count(), 1);
  });
});

test("the other repairs are one step away, and trying one ends the trial of another", async () => {
  await withPage(twoGroups, async (page) => {
    const group = page.locator(".repair", { has: page.locator("summary") });
    const summary = group.locator("summary");
    assert.match(await summary.textContent(), /其他改法（\d+）/);
    const others = group.locator("details .proposal");
    assert.equal(await others.count(), 0);
    await group.locator("> .proposal button").click();
    const first = await page.locator("td.tried").evaluateAll((all) => all.map(({ dataset }) => dataset.cell));
    assert.equal(first.length, 1);
    await summary.focus();
    await page.keyboard.press("Enter");
    await others.first().waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const second = await page.locator("td.tried").evaluateAll((all) => all.map(({ dataset }) => dataset.cell));
    assert.equal(second.length, 1);
    assert.notDeepEqual(second, first);
    assert.equal(await undo(page).count(), 1);
    assert.equal(await page.locator('[data-equation^="T4.SUM"][data-tone="tried"]').count(), 1);
    assert.equal(await page.locator('.residual[data-tone="fail"]').count(), 2, "the other group is not touched");
  });
});

test("groups that have nothing in common are tried side by side, and a new text ends every trial", async () => {
  await withPage(twoGroups, async (page) => {
    await page.locator(".repair > .proposal button").nth(0).click();
    await page.locator(".repair > .proposal button").nth(1).click();
    assert.match(await page.locator("#trial").textContent(), /2 格/);
    assert.equal(await page.locator('.residual[data-tone="fail"]').count(), 0);
    await check(page, oneWrong);
    assert.equal(await page.locator("#trial").textContent(), "");
    assert.deepEqual(await standing(page), untouched);
    await check(page, twoGroups);
  });
});

// Whatever the core's own search comes to.
const byHand = (repairs) => changedBy(`(answer) => { answer.repairs = ${JSON.stringify(repairs)}; }`);
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
      await apply(page).click();
      assert.equal(await page.locator("td.tried").count(), 2);
    },
    byHand([{ equations, alternatives, proved: false }]),
  );
  await withPage(
    oneWrong,
    async (page) => {
      assert.match(await page.locator(".repair").innerText(), /没有找到/);
      assert.equal(await apply(page).count(), 0);
      assert.equal(await page.locator("#verdict-sentence").textContent(), "2 条勾稽关系不成立");
    },
    byHand([{ equations, alternatives: [], proved: true }]),
  );
});

test("a change for a blank cell keeps what stands there in words", async () => {
  const text = oneWrong.replace("（一）予以公开 | 21 | 1 |", "（一）予以公开 |  | 1 |");
  const changes = [{ cell: "requests.granted.natural", from: null, to: 12 }];
  await withPage(
    `${text}`.replace("| 37 | 3 |", "| 38 | 3 |"),
    async (page) => {
      await page.locator(cell).getByRole("button").click();
      assert.equal(await page.locator(`${cell} b`).textContent(), "12");
      assert.match(await page.locator(`${cell} .spoken`).textContent(), /原文 空白/);
    },
    byHand([{ equations, alternatives: [{ changes, kind: "blank_filled" }], proved: true }]),
  );
});

test("hundreds of alternatives and changes of a whole row stay short until they are asked for", async () => {
  const row = ["natural", "company", "research", "nonprofit", "legal", "other", "total"];
  const changes = row.map((column, at) => ({ cell: `requests.granted.${column}`, from: 1, to: at }));
  const alternatives = Array.from({ length: 500 }, () => ({ changes, kind: "row_shifted" }));
  await withPage(
    oneWrong,
    async (page) => {
      assert.match(await page.locator(".repair p").first().textContent(), /^(表三「[^」]+」由 \d 改为 \d；?){4} 等，共 7 格/);
      assert.equal(await page.locator(".proposal").count(), 1);
      await page.locator(".repair summary").click();
      await page.waitForFunction(() => document.querySelectorAll(".proposal").length === 500);
      await page.locator(".proposal button").last().click();
      assert.equal(await page.locator("td.tried").count(), 7);
      await page.locator(".repair summary").click();
      await page.locator(".repair summary").click();
      assert.equal(await page.locator(".proposal").count(), 500);
    },
    byHand([{ equations, alternatives, proved: false }]),
  );
});
