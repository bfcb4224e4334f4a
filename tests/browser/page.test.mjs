// The page as a clerk uses it, in Debian's Chromium.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { listening } from "./answers.mjs";
import { assertFlow, assertTrial, flowScript, trialScript } from "./flow.mjs";
import { example, pageUrl } from "./places.mjs";
import { check, launch, openPage, selected, textBox } from "./session.mjs";
import { openSite } from "./site.mjs";

const titles = ["主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况"];
let browser;

before(async () => {
  browser = await launch();
});
after(() => browser.close());

async function withPage(options, use) {
  const session = await openPage(browser, options);
  try {
    await use(session.page, session);
  } finally {
    await session.close();
  }
}

test("the main flow from file://, asking for nothing and complaining of nothing", async () => {
  await withPage({}, async (page, session) => {
    assertFlow(assert, await page.evaluate(flowScript(example("one-wrong-cell"))));
    session.assertQuiet();
  });
});

test("a proposal, a cell and the report of the year before, as every browser is asked", async () => {
  await withPage({ before: listening }, async (page, session) => {
    assertTrial(assert, await page.evaluate(trialScript(example("one-wrong-cell"))));
    session.assertQuiet();
  });
});

test("the main flow over plain http from a name that is not localhost", async () => {
  const site = await openSite();
  try {
    await withPage({ url: site.url }, async (page, session) => {
      const result = await page.evaluate(flowScript(example("one-wrong-cell")));
      assert.equal(result.secure, false);
      assertFlow(assert, result);
      session.assertQuiet();
      assert.deepEqual(site.asked, ["GET /"]);
    });
  } finally {
    await site.close();
  }
});

test("the style is there, and the message that the page cannot run is not, before anything is painted", async () => {
  const before = `new MutationObserver((_, observer) => {
    if (document.body === null) return;
    observer.disconnect();
    window.atBody = [document.querySelectorAll("style").length, document.querySelector("gouji-running:not(:defined)") === null, performance.getEntriesByType("paint").length];
  }).observe(document, { childList: true, subtree: true });`;
  await withPage({ before }, async (page) => {
    assert.deepEqual(await page.evaluate("window.atBody"), [2, true, 0]);
  });
});

test("every hook of the contract is there under its accessible name", async () => {
  await withPage({}, async (page) => {
    assert.equal(await textBox(page).count(), 1);
    assert.equal(await page.getByLabel("打开文件", { exact: true }).getAttribute("type"), "file");
    assert.notEqual(await page.getByLabel("打开文件", { exact: true }).getAttribute("multiple"), null);
    assert.equal(await page.locator("[data-verdict]").count(), 0);
    await check(page, example("consistent"));
    for (const title of titles) assert.equal(await page.getByRole("table", { name: title, exact: true }).count(), 1);
    assert.equal(await page.getByRole("list", { name: "核对发现", exact: true }).count(), 1);
    assert.equal(await page.getByRole("table", { name: titles[1], exact: true }).locator("[data-cell]").count(), 175);
    const states = await page.locator("[data-cell]").evaluateAll((cells) => cells.map((cell) => cell.dataset.state));
    assert.equal(states.length, 200);
    assert.ok(states.every((state) => state === "printed"));
  });
});

test("the tables have the official forms' merged heads", async () => {
  await withPage({}, async (page) => {
    await check(page, example("consistent"));
    const requests = page.getByRole("table", { name: titles[1], exact: true });
    const span = (name) =>
      requests.locator("th", { hasText: name }).first().evaluate((head) => [head.rowSpan, head.colSpan]);
    assert.deepEqual(await span("申请人情况"), [1, 7]);
    assert.deepEqual(await span("法人或其他组织"), [1, 5]);
    assert.deepEqual(await span("本年度办理结果"), [22, 1]);
    assert.deepEqual(await span("不予公开"), [8, 1]);
    assert.equal(await requests.locator("tfoot tr").count(), 2);
    assert.equal(await requests.locator("tfoot tr").nth(0).locator("th").textContent(), "分项之和 − 总计");
    assert.equal(await requests.locator("tfoot tr").nth(1).locator("th").textContent(), "(一 + 二) − (三 + 四)");
    const groups = page.getByRole("table", { name: titles[2], exact: true }).locator("tfoot [data-equation]");
    assert.equal(await groups.count(), 3);
  });
});

test("the consistent example: every equation holds, and says so", async () => {
  await withPage({}, async (page, session) => {
    await page.getByRole("button", { name: "一致", exact: true }).click();
    await page.waitForSelector('[data-verdict="consistent"]');
    assert.match(await page.locator("#verdict-sentence").textContent(), /^42 条勾稽关系全部成立$/);
    assert.equal(await page.locator('.residual[data-tone="pass"]').count(), 42);
    assert.equal(await page.locator('.residual:not([data-tone="pass"])[data-tone]').count(), 0);
    assert.equal(await page.locator('[data-severity="error"]').count(), 0);
    session.assertQuiet();
  });
});

test("the example with one wrong cell: its row and its column fail, and cross in it", async () => {
  await withPage({}, async (page) => {
    await page.getByRole("button", { name: "一格有误", exact: true }).click();
    await page.waitForSelector('[data-verdict="inconsistent"]');
    const failing = await page.locator('.residual[data-tone="fail"]').evaluateAll((all) =>
      all.map((residual) => [residual.dataset.equation, residual.firstChild.textContent]),
    );
    assert.deepEqual(failing.sort(), [
      ["T3.RESULTS.natural", "+9"],
      ["T3.ROW.granted", "+9"],
    ]);
    assert.deepEqual(
      await page.locator('[data-failing="2"]').evaluateAll((cells) => cells.map((cell) => cell.dataset.cell)),
      ["requests.granted.natural"],
    );
    assert.equal(await page.locator("mark[data-crossed]").textContent(), "21");
  });
});

test("the damaged example: what is lost, blank or unreadable is told apart, in words as well", async () => {
  await withPage({}, async (page, session) => {
    await page.getByRole("button", { name: "版式受损", exact: true }).click();
    await page.waitForSelector("[data-verdict]");
    const counts = {};
    for (const state of await page.locator("[data-cell]").evaluateAll((cells) => cells.map((cell) => cell.dataset.state))) {
      counts[state] = (counts[state] ?? 0) + 1;
    }
    assert.ok(counts.missing >= 7, JSON.stringify(counts));
    assert.equal(counts.blank, 1);
    assert.equal(counts.unreadable, 1);
    assert.equal(counts.placeholder, 7);
    const blank = page.locator('[data-state="blank"]');
    assert.equal(await blank.getAttribute("data-inferred"), "2");
    assert.match(await blank.textContent(), /2.*空白.*推算/);
    assert.match(await page.locator('[data-state="missing"]').first().textContent(), /缺.*文本里没有这一格/);
    const lost = page.locator('.sheet[data-status="lost"]');
    assert.equal(await lost.getAttribute("data-table"), "disputes");
    assert.match(await lost.textContent(), /可能丢了表格/);
    assert.equal(await lost.locator("[data-cell]").count(), 0);
    assert.equal(await page.locator("#legend li").count() >= 4, true);
    session.assertQuiet();
  });
});

test("a finding, its place in the text and its cells show each other, by mouse and by keyboard", async () => {
  await withPage({}, async (page) => {
    const text = example("one-wrong-cell");
    await check(page, text);
    const chosen = () =>
      page.locator("[data-cell][aria-current]").evaluateAll((cells) => cells.map((cell) => cell.dataset.cell));

    await page.locator('[data-rule="T3.ROW"] .finding').click();
    assert.equal(await selected(page), "21");
    assert.equal((await chosen()).length, 7);
    const place = await page.evaluate(() => {
      const mark = document.querySelector("mark.chosen").getBoundingClientRect();
      const paper = document.querySelector("#paper").getBoundingClientRect();
      return mark.top >= paper.top && mark.bottom <= paper.bottom;
    });
    assert.equal(place, true, "the selected place is in view");

    const byKeyboard = [];
    await page.locator("#finding-list .finding").first().focus();
    for (const key of ["Enter", "ArrowDown", "Enter"]) {
      await page.keyboard.press(key);
      if (key === "Enter") byKeyboard.push((await chosen()).length);
    }
    assert.deepEqual(byKeyboard.sort(), [22, 7]);
    assert.equal(await selected(page), "21");

    await page.locator('[data-cell="requests.new.natural"]').click();
    assert.equal(await selected(page), "37");
    assert.deepEqual(await chosen(), ["requests.new.natural"]);
    await page.keyboard.press("ArrowRight");
    assert.equal(await selected(page), "3");
    await page.keyboard.press("ArrowDown");
    assert.deepEqual(await chosen(), ["requests.carried_in.company"]);
    await page.keyboard.press("End");
    assert.deepEqual(await chosen(), ["requests.carried_in.total"]);

    await page.evaluate((at) => {
      const box = document.querySelector("textarea");
      box.focus();
      box.setSelectionRange(at, at);
    }, text.indexOf("| 21 |") + 3);
    await page.waitForSelector('[data-cell="requests.granted.natural"][aria-current]');
    assert.deepEqual(await chosen(), ["requests.granted.natural"]);
  });
});

test("on a phone, too, a chosen finding or cell brings its place in the text into sight", async () => {
  await withPage({ viewport: { width: 390, height: 844 } }, async (page) => {
    await check(page, example("one-wrong-cell"));
    for (const target of ['[data-rule="T3.RESULTS"] .finding', '[data-cell="requests.handled.company"]']) {
      await page.locator(target).click();
      const seen = await page.evaluate(() => {
        const mark = document.querySelector("mark.chosen").getBoundingClientRect();
        const paper = document.querySelector("#paper").getBoundingClientRect();
        return mark.top >= Math.max(0, paper.top) && mark.bottom <= Math.min(innerHeight, paper.bottom);
      });
      assert.equal(seen, true, target);
    }
  });
});

test("in a very long text, which goes without marks, a cell and a finding still lead to their place", async () => {
  await withPage({}, async (page) => {
    const lines = 10_000;
    const text = example("one-wrong-cell").replace("二、主动公开", `${"全年更新信息。\n".repeat(lines)}\n二、主动公开`);
    assert.equal(await check(page, text), "inconsistent");
    assert.equal(await page.locator("#marks mark").count(), 0);
    await page.locator('[data-cell="requests.granted.natural"]').click({ position: { x: 5, y: 5 } });
    assert.equal(await selected(page), "21");
    await page.locator('[data-cell="requests.new.natural"]').click();
    await page.locator('[data-rule="T3.ROW"] .finding').click();
    assert.equal(await selected(page), "21");
    const place = await page.evaluate(() => {
      const box = document.querySelector("textarea");
      const line = parseFloat(getComputedStyle(box).lineHeight);
      // Lines before it that wrap only push the place further down, by less than a screen.
      const least = (box.value.slice(0, box.selectionStart).split("\n").length - 1) * line;
      return { focused: document.activeElement === box, least, top: box.scrollTop, bottom: box.scrollTop + box.clientHeight };
    });
    assert.equal(place.focused, true);
    assert.ok(place.bottom > place.least && place.top < place.least + 900, JSON.stringify(place));
  });
});

test("while a changed text waits for its answer, the old answer's places are not shown in it", async () => {
  await withPage({}, async (page) => {
    await check(page, example("one-wrong-cell"));
    const after = await page.evaluate(() => {
      const box = document.querySelector("textarea");
      box.setSelectionRange(0, 0);
      box.value = `前言\n${box.value}`;
      box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
      document.querySelector('[data-cell="requests.granted.natural"]').click();
      return box.selectionEnd - box.selectionStart;
    });
    assert.equal(after, 0);
    await page.waitForTimeout(500);
    await page.locator('[data-cell="requests.granted.natural"]').click({ position: { x: 5, y: 5 } });
    assert.equal(await selected(page), "21");
  });
});

test("the mark of a place lies exactly under its words, at any scroll and width", async () => {
  for (const width of [1440, 1024, 390]) {
    await withPage({ viewport: { width, height: 844 } }, async (page) => {
      await check(page, example("one-wrong-cell"));
      const differences = await page.evaluate(() => {
        const box = document.querySelector("textarea");
        const layer = document.querySelector("#marks");
        return [layer.scrollHeight - box.scrollHeight, layer.clientWidth - box.clientWidth, box.scrollTop];
      });
      assert.deepEqual(differences, [0, 0, 0], `${width} px`);
    });
  }
});

test("typing is checked after a pause, and the marks move with the words meanwhile", async () => {
  await withPage({}, async (page) => {
    await check(page, example("one-wrong-cell"));
    await page.evaluate(() => {
      const box = document.querySelector("textarea");
      const at = box.value.indexOf("| 21 |") + 2;
      box.focus();
      box.setSelectionRange(at, at + 2);
    });
    await page.keyboard.type("12");
    await page.waitForSelector('[data-verdict="consistent"]', { timeout: 2000 });
    assert.match(await page.locator('[data-cell="requests.granted.natural"]').textContent(), /^12$/);
    await page.keyboard.press("Control+z");
    await page.waitForSelector('[data-verdict="inconsistent"]', { timeout: 2000 });
  });
});

test("pasting is checked at once", async () => {
  await withPage({ permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    await textBox(page).focus();
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData("text/plain", text);
      const box = document.querySelector("textarea");
      if (box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }))) {
        document.execCommand("insertText", false, text);
      }
    }, example("consistent"));
    await page.waitForSelector('[data-verdict="consistent"]', { timeout: 2000 });
  });
});

test("the answer for an earlier text never replaces the one for a later text", async () => {
  await withPage({}, async (page) => {
    const texts = [example("one-wrong-cell"), `${example("damaged-layout")}\n`.repeat(40), example("consistent")];
    await page.evaluate((all) => {
      const box = document.querySelector("textarea");
      for (const text of all) {
        box.value = text;
        box.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }, texts);
    await page.waitForSelector('[data-verdict="consistent"]');
    await page.waitForTimeout(300);
    assert.equal(await page.locator("[data-verdict]").getAttribute("data-verdict"), "consistent");
  });
});

test("clearing brings the guide back and leaves nothing behind", async () => {
  await withPage({}, async (page) => {
    await check(page, example("one-wrong-cell"));
    await page.getByRole("button", { name: "清空" }).click();
    assert.equal(await textBox(page).inputValue(), "");
    assert.equal(await page.locator("[data-verdict]").count(), 0);
    assert.equal(await page.locator("[data-rule]").count(), 0);
    assert.equal(await page.locator("mark").count(), 0);
    assert.equal(await page.locator("#guide").isVisible(), true);
    assert.equal(await page.getByRole("table").count(), 0);
  });
});

test("text that is no report is said to be none", async () => {
  await withPage({}, async (page, session) => {
    assert.equal(await check(page, "红烧茄子：茄子两根，蒜四瓣，先用盐腌十分钟。"), "unknown_form");
    assert.match(await page.locator("#verdict").textContent(), /没有核对任何数字/);
    assert.equal(await page.getByRole("table").count(), 0);
    session.assertQuiet();
  });
});

test("a check that takes long shows that it is under way", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    const Real = window.Worker;
    window.Worker = class extends Real {
      postMessage(message, transfer) {
        const wait = message.kind === "check" && message.question.text.includes("慢") ? 400 : 0;
        setTimeout(() => super.postMessage(message, transfer), wait);
      }
    };
  });
  await page.goto(pageUrl);
  await page.waitForSelector('html[data-ready="true"]');
  const statesWhile = (text) =>
    page.evaluate(async (value) => {
      const results = document.getElementById("results");
      const states = [];
      const observer = new MutationObserver(() => states.push(results.getAttribute("aria-busy")));
      observer.observe(results, { attributes: true, attributeFilter: ["aria-busy"] });
      const box = document.querySelector("textarea");
      box.value = value;
      box.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((done) => setTimeout(done, 700));
      observer.disconnect();
      return states;
    }, text);
  assert.deepEqual(await statesWhile("慢"), ["true", null]);
  assert.deepEqual(await statesWhile("快"), []);
  await context.close();
});

test("a core that breaks down on a text is replaced, and the text stays", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    const Real = window.Worker;
    window.Worker = class extends Real {
      postMessage(message, transfer) {
        if (message.kind === "check" && message.question.text.includes("坏")) {
          this.onmessage({ data: { kind: "failed", sequence: message.sequence, reason: "out of memory" } });
        } else {
          super.postMessage(message, transfer);
        }
      }
    };
  });
  await page.goto(pageUrl);
  await page.waitForSelector('html[data-ready="true"]');
  await textBox(page).fill("坏");
  const notice = page.getByRole("alert");
  await notice.waitFor();
  assert.match(await notice.innerText(), /程序已重新启动.*out of memory/);
  assert.equal(await textBox(page).inputValue(), "坏");
  await textBox(page).fill(example("consistent"));
  await page.waitForSelector('[data-verdict="consistent"]');
  await context.close();
});

test("the guide and its examples are there while there is no report, and only then", async () => {
  await withPage({}, async (page) => {
    const examples = page.getByRole("group", { name: "示例", exact: true });
    assert.equal(await examples.getByRole("button").count(), 3);
    await examples.getByRole("button", { name: "一致", exact: true }).click();
    await page.waitForSelector("[data-verdict]");
    assert.equal(await examples.count(), 0);
    await page.getByRole("button", { name: "清空", exact: true }).click();
    assert.equal(await examples.getByRole("button").count(), 3);
    assert.equal(await page.evaluate(() => document.activeElement.id), "text");
  });
});

const view = (page) => page.evaluate(() => document.documentElement.dataset.view);

test("one view at a time, each with a way back, by keyboard too", async () => {
  await withPage({}, async (page, session) => {
    await check(page, example("one-wrong-cell"));
    const shown = () => page.evaluate(() => ["report", "batch", "help"].filter((id) => !document.getElementById(id).hidden));
    assert.deepEqual([await view(page), await shown()], ["report", ["report"]]);
    const help = page.getByRole("button", { name: "帮助", exact: true });
    await help.focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement.id === "help-title");
    assert.deepEqual([await view(page), await shown(), await help.getAttribute("aria-pressed")], ["help", ["help"], "true"]);
    await page.getByRole("button", { name: "返回", exact: true }).click();
    assert.deepEqual([await view(page), await help.getAttribute("aria-pressed")], ["report", "false"]);
    const batch = page.getByRole("button", { name: "多份核对", exact: true });
    await batch.click();
    assert.deepEqual([await view(page), await shown(), await batch.getAttribute("aria-pressed")], ["batch", ["batch"], "true"]);
    await batch.click();
    assert.deepEqual([await view(page), await shown()], ["report", ["report"]]);
    assert.equal(await page.locator("[data-verdict]").getAttribute("data-verdict"), "inconsistent");
    session.assertQuiet();
  });
});

test("each finding explains its rule, in the help, by its own button", async () => {
  await withPage({}, async (page) => {
    await check(page, example("one-wrong-cell"));
    const explain = page.locator('[data-rule="T3.ROW"]').getByRole("button", { name: "这条规则的说明", exact: true });
    await explain.focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement.tagName === "SUMMARY");
    assert.equal(await view(page), "help");
    const entry = page.locator("#help details[open]");
    assert.equal(await entry.count(), 1);
    assert.equal(await entry.locator("code").textContent(), "T3.ROW");
    assert.ok((await entry.locator("p").first().innerText()).length > 10);
    assert.equal(await page.locator("#report [aria-current]").count(), 0, "the finding is not chosen by it");
    await page.getByRole("searchbox", { name: "查找规则" }).fill("没有这样的词");
    assert.equal(await page.getByText("没有这样的规则。").isVisible(), true);
    await page.getByRole("searchbox", { name: "查找规则" }).fill("");
    assert.ok((await page.locator("#help details:visible").count()) > 50);
  });
});

test("in English everything is, save the report's own words, and the report stays", async () => {
  await withPage({}, async (page, session) => {
    const text = example("one-wrong-cell");
    await check(page, text);
    await page.locator("#language").click();
    await page.waitForSelector('[data-verdict="inconsistent"]');
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    assert.equal(await page.evaluate(() => document.activeElement.id), "language", "the focus stays");
    const box = page.getByRole("textbox", { name: "Report text", exact: true });
    assert.equal(await box.inputValue(), text);
    assert.match(await page.locator("#verdict-sentence").textContent(), /^2 relations do not hold; changing 1 cell makes all of them hold$/);
    const chinese = await page.evaluate(() => {
      const own = "textarea, #marks, #meta, table, .sheet-head h2, #language, .repair p";
      return Array.from(document.querySelectorAll("#report *, header *"))
        .filter((element) => element.children.length === 0 && element.closest(own) === null)
        .map(({ textContent }) => textContent)
        .filter((words) => /[\u4e00-\u9fff]/.test(words));
    });
    assert.deepEqual(chinese, []);
    await page.locator("#language").click();
    await page.waitForSelector('[data-verdict="inconsistent"]');
    assert.equal(await page.locator("html").getAttribute("lang"), "zh-CN");
    assert.match(await page.locator("#verdict-sentence").textContent(), /^2 条勾稽关系不成立，改 1 格即可全部成立$/);
    assert.equal(await textBox(page).inputValue(), text);
    session.assertQuiet();
  });
});

test("language, size and contrast stand in the address, to be kept as a bookmark, and nothing is stored", async () => {
  await withPage({}, async (page, session) => {
    await check(page, example("one-wrong-cell"));
    await page.locator("summary", { hasText: "显示" }).click();
    await page.getByLabel("大字", { exact: true }).check();
    await page.getByLabel("高对比", { exact: true }).check();
    await page.locator("#language").click();
    assert.deepEqual(new URL(page.url()).hash.slice(1).split("+").sort(), ["contrast", "en", "large"]);
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ""]);
    assert.equal(await page.locator("[data-verdict]").getAttribute("data-verdict"), "inconsistent", "the report stays");
    await page.locator("summary", { hasText: "View" }).click();
    await page.getByLabel("Large text", { exact: true }).uncheck();
    assert.deepEqual(new URL(page.url()).hash.slice(1).split("+").sort(), ["contrast", "en"]);
    session.assertQuiet();
  });
  await withPage({ url: `${pageUrl}#en+large` }, async (page) => {
    const classes = await page.evaluate(() => ["large", "contrast"].map((name) => document.documentElement.classList.contains(name)));
    assert.deepEqual(classes, [true, false]);
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    assert.equal(await page.getByRole("textbox", { name: "Report text", exact: true }).inputValue(), "");
    await page.locator("summary", { hasText: "View" }).click();
    assert.equal(await page.getByLabel("Large text", { exact: true }).isChecked(), true);
  });
  await withPage({ url: `${pageUrl}#constructor+__proto__+%3Cb%3E` }, async (page, session) => {
    assert.equal(await page.evaluate(() => document.documentElement.className), "", "what is no setting is passed over");
    assert.equal(await check(page, example("consistent")), "consistent");
    assert.deepEqual(session.complaints, []);
  });
});

test("the rules stay to be read when the language changes while they are", async () => {
  const session = await openPage(browser);
  const { page } = session;
  await page.locator("#to-help").click();
  await page.locator(".help-rules details").nth(20).waitFor();
  const count = await page.locator(".help-rules details").count();
  await page.locator("#language").click();
  await page.waitForFunction((all) => document.querySelectorAll(".help-rules details").length === all, count);
  assert.match(await page.locator(".help-rules").textContent(), /official requirement/);
  await session.close();
});

test("of two files opened one after the other the later stays, however long the first takes", async () => {
  const session = await openPage(browser, {
    before: `{
      const real = Blob.prototype.arrayBuffer;
      Blob.prototype.arrayBuffer = async function () {
        if (this.name === "slow.txt") await new Promise((done) => setTimeout(done, 500));
        return real.call(this);
      };
    }`,
  });
  const { page } = session;
  const give = (name, text) => page.locator("#files").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  await give("slow.txt", example("one-wrong-cell"));
  await give("later.txt", example("consistent"));
  await page.waitForSelector('[data-verdict="consistent"]');
  await page.waitForTimeout(800);
  assert.equal(await page.locator("#text").inputValue(), example("consistent"));
  await session.close();
});
