// Cells are edited as in a spreadsheet, and the core checks again with each keystroke; the text is never changed.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { counting } from "./answers.mjs";
import { example } from "./places.mjs";
import { check, launch, openPage, selected, textBox } from "./session.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const oneWrong = example("one-wrong-cell");

async function withPage(text, use, options = {}) {
  const session = await openPage(browser, { before: counting, ...options });
  try {
    await check(session.page, text);
    await settled(session.page);
    await use(session.page, session);
    session.assertQuiet();
  } finally {
    await session.close();
  }
}

/** What was asked last is answered and shown. */
const settled = (page) => page.waitForFunction(() => window.unanswered === 0, undefined, { timeout: 5000 });
const at = (id) => `[data-cell="${id}"]`;
const requests = (cell) => `requests.${cell}`;
const focusOn = (page, id) => page.locator(at(id)).focus();
/** Where no proposal's button lies. */
const click = (page, id) => page.locator(at(id)).click({ position: { x: 5, y: 5 } });
const focused = (page) => page.evaluate(() => document.activeElement.dataset.cell ?? document.activeElement.className);
const boxes = (page) => page.locator(".cell-box");
/** Whether anything has the focus, once the browser has taken it from what is gone or disabled. */
const hasFocus = (page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise((done) => requestAnimationFrame(done));
    return document.activeElement !== document.body;
  });
const verdict = (page) => page.locator("[data-verdict]").getAttribute("data-verdict");
/** What is seen in a cell, without what is only spoken. */
const shown = (page, id) => page.locator(at(id)).evaluate((cell) => cell.childNodes[0]?.nodeValue ?? "");
const state = (page, id) => page.locator(at(id)).getAttribute("data-state");
const edited = (page) => page.locator("td.edited").evaluateAll((all) => all.map(({ dataset }) => dataset.cell));
const bar = (page) => page.locator("#edits");
const barWords = (page) => page.locator("#edits-words").textContent();
const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
  await settled(page);
};

/** All that the page says of the report. */
const wholeState = (page) =>
  page.evaluate(() => ({
    verdict: document.getElementById("verdict").dataset.verdict,
    sentence: document.getElementById("verdict").textContent,
    cells: Array.from(document.querySelectorAll("[data-cell]"), (cell) => [
      cell.dataset.cell,
      cell.dataset.state,
      cell.dataset.inferred ?? "",
      cell.dataset.failing ?? "",
      cell.textContent,
      cell.title,
      Array.from(cell.classList).filter((name) => name !== "").sort().join(),
    ]),
    residuals: Array.from(document.querySelectorAll("[data-equation]"), (residual) => [
      residual.dataset.equation,
      residual.dataset.tone,
      residual.textContent,
    ]),
    tables: Array.from(document.querySelectorAll(".sheet-state"), ({ textContent }) => textContent),
    findings: Array.from(document.querySelectorAll("#finding-list > li"), ({ textContent }) => textContent),
    marks: Array.from(document.querySelectorAll("#marks mark[data-severity]"), ({ dataset, textContent }) => [dataset.begin, textContent]),
    text: document.getElementById("text").value,
  }));

/** Pastes as the browser does, with several kinds of the same; gives whether the page took it. */
const paste = async (page, kinds) => {
  const taken = await page.evaluate((data) => {
    const clipboardData = new DataTransfer();
    for (const [kind, value] of Object.entries(data)) clipboardData.setData(kind, value);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    return !document.activeElement.dispatchEvent(event);
  }, kinds);
  await settled(page);
  return taken;
};

test("arrows, Home and End go from cell to cell, and stay within the table", async () => {
  await withPage(oneWrong, async (page) => {
    await focusOn(page, requests("granted.natural"));
    const steps = [
      ["ArrowRight", requests("granted.company")],
      ["ArrowDown", requests("partial.company")],
      ["ArrowLeft", requests("partial.natural")],
      ["ArrowUp", requests("granted.natural")],
      ["End", requests("granted.total")],
      ["ArrowRight", requests("granted.total")],
      ["Home", requests("granted.natural")],
      ["ArrowLeft", requests("granted.natural")],
    ];
    for (const [key, cell] of steps) {
      await page.keyboard.press(key);
      assert.equal(await focused(page), cell, key);
      assert.equal(await page.locator('[data-table="requests"] td[tabindex="0"]').count(), 1, "one stop for Tab");
    }
    await focusOn(page, requests("new.natural"));
    await page.keyboard.press("ArrowUp");
    assert.equal(await focused(page), requests("new.natural"));
    assert.equal(await boxes(page).count(), 0);
    assert.deepEqual(await edited(page), []);
  });
});

test("in a table of merged cells the arrows go to what stands above and below", async () => {
  await withPage(oneWrong, async (page) => {
    await focusOn(page, "disclosure.art20_1.normative.in_force");
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(page), "disclosure.art20_5.licensing.decisions");
    await page.keyboard.press("ArrowUp");
    assert.match(await focused(page), /^disclosure\.art20_1\.normative\./);
  });
});

test("typing a figure opens a box with the figure, checks with each keystroke, and Enter keeps it and goes down", async () => {
  await withPage(oneWrong, async (page) => {
    await focusOn(page, requests("granted.natural"));
    await page.keyboard.type("1");
    await settled(page);
    const box = boxes(page);
    assert.equal(await box.inputValue(), "1", "what was there is replaced");
    assert.equal(await box.evaluate((element) => element === document.activeElement && element.closest("td").dataset.cell), requests("granted.natural"));
    assert.match(await page.locator('[data-equation="T3.ROW.granted"]').textContent(), /^−11/, "4 − 15");
    await page.keyboard.type("2");
    await settled(page);
    assert.equal(await verdict(page), "consistent");
    assert.equal(await barWords(page), "已改 1 格：结论和发现按改后的表格，原文没有改");
    await press(page, "Enter");
    assert.equal(await boxes(page).count(), 0);
    assert.equal(await focused(page), requests("partial.natural"));
    assert.equal(await shown(page, requests("granted.natural")), "12");
    assert.deepEqual(await edited(page), [requests("granted.natural")]);
    assert.equal(await textBox(page).inputValue(), oneWrong);
  });
});

test("the box is called by its cell, and an edited cell tells what the text has", async () => {
  await withPage(oneWrong, async (page) => {
    await focusOn(page, requests("granted.natural"));
    await page.keyboard.press("F2");
    const box = page.getByRole("textbox", { name: "(一)予以公开 · 自然人，输入数值", exact: true });
    assert.equal(await box.inputValue(), "21");
    await box.fill("12");
    await press(page, "Enter");
    const cell = page.locator(at(requests("granted.natural")));
    assert.equal(await cell.textContent(), "12已改，原文「21」");
    assert.match(await cell.getAttribute("title"), /^已改，原文「21」/);
    await focusOn(page, requests("granted.natural"));
    await press(page, "Delete");
    assert.match(await cell.textContent(), /已改，原文「21」，空白/);
    assert.match(await page.locator("#legend").innerText(), /在这里改过，不是原文/);
    assert.equal(await page.getByRole("status").filter({ hasText: "已改 1 格" }).count(), 1);
  });
});

test("F2, Enter and a double click open the box with the cell's text, in which the arrows move the caret", async () => {
  await withPage(oneWrong, async (page) => {
    const id = requests("new.natural");
    for (const open of [
      () => page.keyboard.press("F2"),
      () => page.keyboard.press("Enter"),
      () => page.locator(at(id)).dblclick(),
    ]) {
      await focusOn(page, id);
      await open();
      assert.equal(await boxes(page).inputValue(), "37");
      await page.keyboard.press("End");
      await page.keyboard.press("ArrowLeft");
      assert.equal(await boxes(page).count(), 1, "the caret moves, not the cell");
      await page.keyboard.type("0");
      assert.equal(await boxes(page).inputValue(), "307");
      await press(page, "Escape");
      assert.equal(await shown(page, id), "37");
      assert.equal(await focused(page), id);
    }
    assert.equal(await bar(page).isVisible(), false);
  });
});

test("Esc gives up what was typed, and the results follow", async () => {
  await withPage(oneWrong, async (page) => {
    const first = await wholeState(page);
    await focusOn(page, requests("granted.natural"));
    await page.keyboard.type("12");
    await settled(page);
    assert.equal(await verdict(page), "consistent");
    await press(page, "Escape");
    assert.equal(await boxes(page).count(), 0);
    assert.equal(await focused(page), requests("granted.natural"));
    assert.deepEqual(await wholeState(page), first);
    await press(page, "Control+z");
    assert.deepEqual(await wholeState(page), first, "there is no step");
    // Of a cell that is edited, what it had before the box was opened.
    await page.keyboard.type("12");
    await press(page, "Enter", "ArrowUp");
    await page.keyboard.type("99");
    await press(page, "Escape");
    assert.equal(await shown(page, requests("granted.natural")), "12");
    assert.equal(await verdict(page), "consistent");
  });
});

test("while a figure is typed the arrows, Home and End keep it and move on, and Shift+Enter goes up", async () => {
  await withPage(oneWrong, async (page) => {
    const from = requests("partial.company");
    const steps = [
      ["ArrowRight", requests("partial.research")],
      ["ArrowLeft", requests("partial.natural")],
      ["ArrowUp", requests("granted.company")],
      ["ArrowDown", requests("denied.state_secret.company")],
      ["Home", requests("partial.natural")],
      ["End", requests("partial.total")],
      ["Shift+Enter", requests("granted.company")],
      ["Enter", requests("denied.state_secret.company")],
    ];
    for (const [at, [key, to]] of steps.entries()) {
      await focusOn(page, from);
      await page.keyboard.type(String(at + 1));
      await press(page, key);
      assert.equal(await focused(page), to, key);
      assert.equal(await shown(page, from), String(at + 1), key);
      assert.equal(await boxes(page).count(), 0, key);
    }
  });
});

test("after an entry Tab goes from cell to cell, back with Shift, until Esc; else Tab leaves the table", async () => {
  await withPage(oneWrong, async (page) => {
    await focusOn(page, requests("granted.natural"));
    await press(page, "Tab");
    assert.equal((await focused(page)).startsWith("requests."), false, "nothing was entered");
    await focusOn(page, requests("granted.natural"));
    await page.keyboard.type("12");
    await press(page, "Tab");
    assert.equal(await focused(page), requests("granted.company"));
    await press(page, "Tab");
    assert.equal(await focused(page), requests("granted.research"));
    await page.keyboard.type("0");
    await press(page, "Shift+Tab");
    assert.equal(await focused(page), requests("granted.company"));
    await press(page, "Shift+Tab", "Shift+Tab");
    assert.equal(await focused(page), requests("carried_in.total"), "over the end of a row");
    await press(page, "Tab", "Escape", "Tab");
    assert.equal((await focused(page)).startsWith("requests."), false);
    assert.deepEqual(await edited(page), [requests("granted.natural")], "what is printed, typed, is no edit");
    // Leaving the table ends it, too.
    await focusOn(page, requests("granted.company"));
    await page.keyboard.type("1");
    await press(page, "Tab");
    await textBox(page).focus();
    await focusOn(page, requests("granted.company"));
    await press(page, "Tab");
    assert.equal((await focused(page)).startsWith("requests."), false);
  });
});

test("Tab and Enter at the table's edge keep what was typed and do not lose the focus", async () => {
  await withPage(oneWrong, async (page) => {
    for (const [id, key] of [
      [requests("carried_out.total"), "Enter"],
      [requests("new.natural"), "Shift+Enter"],
      [requests("carried_out.total"), "ArrowDown"],
      [requests("new.natural"), "Shift+Tab"],
      [requests("carried_out.total"), "Tab"],
    ]) {
      await focusOn(page, id);
      await page.keyboard.type("7");
      await press(page, key);
      assert.equal(await hasFocus(page), true, `${key} at ${id}`);
      if (await boxes(page).count()) await press(page, "Enter");
      assert.equal(await shown(page, id), "7", `${key} at ${id}`);
      await focusOn(page, id);
      await press(page, "Control+z");
    }
  });
});

test("a click elsewhere keeps what was typed, and a single click opens nothing", async () => {
  await withPage(oneWrong, async (page) => {
    await click(page, requests("granted.natural"));
    assert.equal(await boxes(page).count(), 0);
    assert.equal(await focused(page), requests("granted.natural"));
    await page.keyboard.type("12");
    await click(page, requests("granted.company"));
    await settled(page);
    assert.equal(await boxes(page).count(), 0);
    assert.equal(await verdict(page), "consistent");
    await page.locator(at(requests("granted.company"))).dblclick();
    await page.keyboard.type("5");
    await page.locator("header h1").click();
    await settled(page);
    assert.equal(await boxes(page).count(), 0);
    assert.equal(await shown(page, requests("granted.company")), "5");
  });
});

test("what is proposed for a cell is adopted by one click while another is typed in, too", async () => {
  await withPage(oneWrong, async (page) => {
    await focusOn(page, requests("new.natural"));
    await page.keyboard.type("37");
    await settled(page);
    await page.locator(at(requests("granted.natural"))).getByRole("button", { name: "采用 12", exact: true }).click();
    await settled(page);
    assert.equal(await verdict(page), "consistent");
    assert.deepEqual(await edited(page), [requests("granted.natural")]);
    assert.equal(await boxes(page).count(), 0);
  });
});

test("in a very long text, which goes without marks, what is typed goes into the cell, too, never into the text", async () => {
  const long = oneWrong.replace("二、主动公开", `${"全年更新信息。\n".repeat(12_000)}\n二、主动公开`);
  await withPage(long, async (page) => {
    await click(page, requests("granted.natural"));
    await page.keyboard.type("12");
    await settled(page);
    await page.keyboard.press("Enter");
    await page.waitForTimeout(800);
    await settled(page);
    assert.equal(await textBox(page).inputValue(), long);
    assert.deepEqual(await edited(page), [requests("granted.natural")]);
    assert.equal(await focused(page), requests("partial.natural"));
  });
});

test("Delete and Backspace empty a cell, and what is printed, typed again, is no edit", async () => {
  await withPage(oneWrong, async (page) => {
    const first = await wholeState(page);
    const id = requests("new.natural");
    for (const key of ["Delete", "Backspace"]) {
      await focusOn(page, id);
      await press(page, key);
      assert.equal(await state(page, id), "blank");
      assert.equal(await page.locator(at(id)).getAttribute("data-inferred"), "37");
      assert.deepEqual(await edited(page), [id]);
      assert.equal(await focused(page), id);
      await page.keyboard.type("37");
      await press(page, "Enter");
      assert.deepEqual(await edited(page), []);
      assert.deepEqual(await wholeState(page), first);
    }
  });
});

test("Space and what is pressed with Alt or Control opens nothing", async () => {
  await withPage(oneWrong, async (page) => {
    await focusOn(page, requests("granted.natural"));
    await press(page, "Space", "Alt+1", "Control+b", "Shift", "PageDown");
    assert.equal(await boxes(page).count(), 0);
    assert.deepEqual(await edited(page), []);
  });
});

for (const [typed, now, seen] of [
  ["1,234", "printed", "1234"],
  ["１２", "printed", "12"],
  ["-3", "printed", "-3"],
  ["/", "placeholder", null],
  ["见附件", "unreadable", null],
]) {
  test(`「${typed}」 in a cell is read as in a report: ${now}`, async () => {
    await withPage(oneWrong, async (page) => {
      const id = requests("granted.natural");
      await focusOn(page, id);
      await page.keyboard.press("F2");
      await page.keyboard.press("Control+a");
      await page.keyboard.insertText(typed);
      await press(page, "Enter");
      assert.equal(await state(page, id), now);
      if (seen !== null) assert.equal(await shown(page, id), seen);
      else assert.ok((await page.locator(`${at(id)} .printed`).textContent()) === typed);
      await focusOn(page, id);
      await page.keyboard.press("F2");
      assert.equal(await boxes(page).inputValue(), typed, "the box has what was typed");
    });
  });
}

test("an input method composes in the box that typing opens", async () => {
  await withPage(oneWrong, async (page) => {
    await focusOn(page, requests("granted.natural"));
    await page.keyboard.press("F2");
    const client = await page.context().newCDPSession(page);
    await client.send("Input.imeSetComposition", { text: "ｙｉ", selectionStart: 2, selectionEnd: 2 });
    const stays = await page.evaluate(() => {
      const event = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, isComposing: true });
      return document.activeElement.dispatchEvent(event) && document.activeElement.className;
    });
    assert.equal(stays, "cell-box", "Enter chooses a word");
    await client.send("Input.insertText", { text: "12" });
    await press(page, "Enter");
    assert.equal(await shown(page, requests("granted.natural")), "12");
  });
});

test("undo and redo by keyboard, from the cell, one act at a time", async () => {
  await withPage(oneWrong, async (page) => {
    const first = await wholeState(page);
    await focusOn(page, requests("granted.natural"));
    await page.keyboard.type("12");
    await press(page, "Enter");
    const second = await wholeState(page);
    await page.keyboard.type("6");
    await press(page, "Enter");
    const third = await wholeState(page);
    assert.notDeepEqual(second, first);
    assert.notDeepEqual(third, second);
    await press(page, "Control+z");
    assert.deepEqual(await wholeState(page), second);
    await press(page, "Control+z");
    assert.deepEqual(await wholeState(page), first);
    await press(page, "Control+z");
    assert.deepEqual(await wholeState(page), first, "there is nothing before");
    assert.equal(await barWords(page), "改动已撤销，结论按原文");
    await press(page, "Control+y");
    assert.deepEqual(await wholeState(page), second);
    await press(page, "Control+Shift+z");
    assert.deepEqual(await wholeState(page), third);
    await press(page, "Control+y");
    assert.deepEqual(await wholeState(page), third, "there is nothing after");
    assert.match(await focused(page), /^requests\./);
  });
});

test("the buttons above the tables undo, redo and restore, and are there only while they can", async () => {
  await withPage(oneWrong, async (page) => {
    const button = (name) => bar(page).getByRole("button", { name, exact: true });
    const first = await wholeState(page);
    assert.equal(await bar(page).isVisible(), false);
    await focusOn(page, requests("granted.natural"));
    await page.keyboard.type("12");
    await press(page, "Enter");
    await page.keyboard.type("9");
    await press(page, "Enter");
    const last = await wholeState(page);
    assert.match(await barWords(page), /^已改 2 格/);
    assert.deepEqual([await button("撤销").isEnabled(), await button("重做").isEnabled(), await button("全部还原").isEnabled()], [true, false, true]);
    await button("全部还原").click();
    await settled(page);
    assert.deepEqual(await wholeState(page), first);
    await button("撤销").click();
    await settled(page);
    assert.deepEqual(await wholeState(page), last, "restoring is one step");
    await button("撤销").click();
    await button("撤销").click();
    await settled(page);
    assert.deepEqual(await wholeState(page), first);
    assert.deepEqual([await button("撤销").isEnabled(), await button("重做").isEnabled(), await button("全部还原").isEnabled()], [false, true, false]);
    await button("重做").click();
    await settled(page);
    assert.equal(await verdict(page), "consistent");
  });
});

test("a button that can do no more hands the focus on", async () => {
  await withPage(oneWrong, async (page) => {
    await focusOn(page, requests("granted.natural"));
    await page.keyboard.type("12");
    await press(page, "Enter");
    for (const edit of ["undo", "redo", "restore"]) {
      await page.locator(`[data-edit="${edit}"]`).focus();
      await press(page, "Enter");
      assert.equal(await hasFocus(page), true, edit);
    }
  });
});

// As spreadsheets put it on the clipboard: plain text, and HTML of the same cells.
const block = [
  ["12", "1", "0", "0", "2", "0", "15"],
  ["5", "0", "0", "0", "0", "0", "5"],
];
const excel = (rows) => ({
  "text/plain": rows.map((row) => `${row.join("\t")}\r\n`).join(""),
  "text/html": `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><!--StartFragment--><table>${rows
    .map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join("")}</tr>`)
    .join("")}</table><!--EndFragment--></body></html>`,
});

test("a block of cells is pasted at a cell, as one step, and the text is left alone", async () => {
  await withPage(oneWrong, async (page) => {
    const first = await wholeState(page);
    for (const kinds of [{ "text/plain": block.map((row) => row.join("\t")).join("\n") }, excel(block)]) {
      await focusOn(page, requests("granted.natural"));
      assert.equal(await paste(page, kinds), true);
      assert.equal(await verdict(page), "consistent");
      assert.deepEqual(await edited(page), [requests("granted.natural")], "cells that are given what they have are not edited");
      assert.equal(await textBox(page).inputValue(), oneWrong);
      assert.equal(await focused(page), requests("granted.natural"));
      await press(page, "Control+z");
      assert.deepEqual(await wholeState(page), first);
    }
    await focusOn(page, requests("granted.natural"));
    await paste(page, { "text/plain": "1\t2\n3\t4\n" });
    assert.equal((await edited(page)).length, 4);
    await press(page, "Control+z");
    assert.deepEqual(await wholeState(page), first);
  });
});

test("labels in front of the figures are left out, and what reaches beyond the table is cut", async () => {
  await withPage(oneWrong, async (page) => {
    await focusOn(page, requests("granted.natural"));
    await paste(page, excel([["三、本年度办理结果", "（一）予以公开", ...block[0]], ["", '"（二）部分公开\n（区分处理的）"', ...block[1]]]));
    assert.deepEqual(await edited(page), [requests("granted.natural")]);
    assert.equal(await verdict(page), "consistent");
    await focusOn(page, requests("carried_out.other"));
    await paste(page, { "text/plain": "5\t6\t7\n8\t9\t10\n" });
    assert.deepEqual(await edited(page), [requests("granted.natural"), requests("carried_out.other"), requests("carried_out.total")]);
    assert.equal(await shown(page, requests("carried_out.total")), "6");
  });
});

test("a single value, a value in quotes and a blank are pasted into one cell", async () => {
  await withPage(oneWrong, async (page) => {
    const id = requests("granted.natural");
    for (const [text, seen] of [["12", "12"], ['"1,234"\r\n', "1234"], ["\r\n", ""]]) {
      await focusOn(page, id);
      await paste(page, { "text/plain": text });
      assert.equal(await shown(page, id), seen);
      assert.deepEqual(await edited(page), [id]);
    }
    assert.equal(await state(page, id), "blank");
  });
});

/** A table of the page as a spreadsheet has it: every place a field, merged ones blank but for their first. */
const asBlock = (page, table) =>
  page.evaluate((id) => {
    const rows = Array.from(document.querySelectorAll(`[data-table="${id}"] :is(thead, tbody) tr`));
    const fields = rows.map(() => []);
    rows.forEach((row, at) => {
      let column = 0;
      for (const cell of Array.from(row.cells).filter(({ className }) => !/residual/.test(className))) {
        while (fields[at][column] !== undefined) column++;
        for (let down = 0; down < cell.rowSpan && at + down < rows.length; down++) {
          for (let right = 0; right < cell.colSpan; right++) fields[at + down][column + right] = "";
        }
        fields[at][column] = cell.dataset.cell === undefined ? cell.textContent : (cell.firstChild?.nodeValue ?? "");
        column += cell.colSpan;
      }
    });
    const first = rows.findIndex((row) => row.querySelector("[data-cell]") !== null);
    return fields.slice(first);
  }, table);

for (const table of ["disclosure", "requests", "disputes"]) {
  test(`the rows of the table ${table}, copied into a spreadsheet and back, go where they were`, async () => {
    await withPage(oneWrong, async (page) => {
      const rows = await asBlock(page, table);
      const first = await page.locator(`[data-table="${table}"] [data-cell]`).first().getAttribute("data-cell");
      await focusOn(page, first);
      await paste(page, excel(rows));
      assert.deepEqual(await edited(page), []);
      assert.equal(await bar(page).isVisible(), false);
    });
  });
}

test("pasting and copying with the real clipboard", async () => {
  await withPage(
    oneWrong,
    async (page) => {
      const other = await page.context().newPage();
      await other.setContent(`<table>${block.map((row) => `<tr><td>${row.join("<td>")}`).join("")}</table>`);
      await other.keyboard.press("Control+a");
      await other.keyboard.press("Control+c");
      await page.bringToFront();
      await focusOn(page, requests("granted.natural"));
      await press(page, "Control+v");
      assert.equal(await verdict(page), "consistent");
      assert.deepEqual(await edited(page), [requests("granted.natural")]);
      await press(page, "Control+c", "ArrowDown", "Control+v");
      assert.equal(await shown(page, requests("partial.natural")), "12");
      // In the box the browser's own copying and pasting.
      await page.keyboard.press("F2");
      await page.keyboard.press("End");
      await press(page, "Control+v");
      assert.equal(await boxes(page).inputValue(), "1212");
      await press(page, "Escape");
      await other.close();
    },
    { permissions: ["clipboard-read", "clipboard-write"] },
  );
});

test("words that are marked in a table are copied as they are, not the cell's figure", async () => {
  await withPage(oneWrong, async (page) => {
    const copied = await page.evaluate(() => {
      document.querySelector('[data-cell="requests.new.natural"]').focus();
      const take = (select) => {
        document.getSelection().removeAllRanges();
        if (select) document.getSelection().selectAllChildren(document.querySelector('[data-table="requests"] tbody th'));
        const event = new ClipboardEvent("copy", { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
        const left = document.activeElement.dispatchEvent(event);
        return [left, event.clipboardData.getData("text/plain")];
      };
      return [take(false), take(true)];
    });
    assert.deepEqual(copied, [[false, "37"], [true, ""]]);
  });
});

test("a paste in the box, or with no cell chosen, is no block", async () => {
  await withPage(oneWrong, async (page) => {
    await focusOn(page, requests("granted.natural"));
    await page.keyboard.press("F2");
    assert.equal(await paste(page, { "text/plain": "1\t2" }), false);
    await press(page, "Escape");
    await page.evaluate(() => document.activeElement.blur());
    assert.equal(await paste(page, { "text/plain": "1\t2" }), false);
    assert.deepEqual(await edited(page), []);
  });
});

test("cells that the text does not have are given, and the table is then complete", async () => {
  await withPage(example("damaged-layout"), async (page) => {
    const status = page.locator('[data-table="requests"] .sheet-state');
    assert.match(await status.textContent(), /有格缺失/);
    const missing = page.locator('[data-table="requests"] [data-state="missing"]');
    const count = await missing.count();
    assert.ok(count >= 7);
    for (let left = count; left > 0; left--) {
      assert.equal(await missing.count(), left);
      const id = await missing.first().getAttribute("data-cell");
      await focusOn(page, id);
      await page.keyboard.type("0");
      await press(page, "Tab");
      assert.match(await page.locator(at(id)).textContent(), /^0已改，原文「文本里没有这一格」$/);
      assert.match(await focused(page), /^requests\./);
    }
    assert.match(await status.textContent(), /各格齐全/);
    assert.equal(await page.locator('#finding-list [data-rule="CELL.MISSING"]').count(), 0);
    assert.equal(await page.locator('[data-table="disputes"] [data-cell]').count(), 0, "what is lost stays lost");
    assert.equal(await textBox(page).inputValue(), example("damaged-layout"));
  });
});

test("after an edit a finding and a cell still select their places in the text", async () => {
  await withPage(oneWrong, async (page) => {
    await focusOn(page, requests("new.company"));
    await page.keyboard.type("1234");
    await press(page, "Enter");
    const item = page.locator('#finding-list [data-rule="T3.ROW"]', { hasText: "本年新收" }).first();
    await item.locator(".finding").click();
    assert.equal(await page.locator("[data-cell][aria-current]").count(), 7);
    const rows = oneWrong.split("\n").find((line) => line.startsWith("一、本年新收"));
    assert.ok(rows.includes(await selected(page)), await selected(page));
    assert.notEqual(await selected(page), "");
    await click(page, requests("new.company"));
    assert.equal(await selected(page), "3", "what the text has there");
    await click(page, requests("granted.natural"));
    assert.equal(await selected(page), "21");
    // And the other way.
    await page.evaluate((place) => {
      const box = document.querySelector("textarea");
      box.focus();
      box.setSelectionRange(place, place);
    }, oneWrong.indexOf("| 37 | 3 |") + 7);
    await page.waitForSelector(`${at(requests("new.company"))}[aria-current]`);
  });
});

test("a place that was chosen stays so while cells are edited", async () => {
  await withPage(oneWrong, async (page) => {
    await click(page, requests("granted.natural"));
    await page.keyboard.type("12");
    await settled(page);
    assert.equal(await page.locator("#marks mark.chosen").textContent(), "21");
    assert.equal(await page.locator(at(requests("granted.natural"))).getAttribute("aria-current"), "true");
  });
});

const replaceText = (page, text, inputType) =>
  textBox(page).evaluate(
    (box, [value, kind]) => {
      box.value = value;
      box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: kind }));
    },
    [text, inputType],
  );

async function editOne(page) {
  await focusOn(page, requests("granted.natural"));
  await page.keyboard.type("12");
  await press(page, "Enter");
  assert.deepEqual(await edited(page), [requests("granted.natural")]);
}

test("what is typed into the text keeps the edits, in their cells", async () => {
  await withPage(oneWrong, async (page) => {
    await editOne(page);
    await textBox(page).focus();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("前言\n");
    await page.waitForFunction(() => /^42 条/.test(document.getElementById("verdict-sentence").textContent) && window.unanswered === 0);
    await page.waitForTimeout(300);
    await settled(page);
    assert.deepEqual(await edited(page), [requests("granted.natural")]);
    assert.equal(await verdict(page), "consistent");
    await click(page, requests("granted.natural"));
    assert.equal(await selected(page), "21", "the place has moved with the words");
    await press(page, "Control+z");
    assert.equal(await verdict(page), "inconsistent");
    assert.equal(await textBox(page).inputValue(), `前言\n${oneWrong}`, "the cell's act is undone, not the text's");
  });
});

test("the text's own undoing is not the cells'", async () => {
  await withPage(oneWrong, async (page) => {
    await textBox(page).focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("完");
    await page.waitForTimeout(300);
    await editOne(page);
    await textBox(page).focus();
    await page.keyboard.press("Control+z");
    await page.waitForTimeout(300);
    await settled(page);
    assert.equal(await textBox(page).inputValue(), oneWrong);
    assert.deepEqual(await edited(page), [requests("granted.natural")]);
  });
});

test("an edit that the text comes to say is no edit any more", async () => {
  await withPage(oneWrong, async (page) => {
    await editOne(page);
    await page.evaluate(() => {
      const box = document.querySelector("textarea");
      const place = box.value.indexOf("| 21 |") + 2;
      box.focus();
      box.setSelectionRange(place, place + 2);
    });
    await page.keyboard.type("12");
    await page.waitForTimeout(400);
    await settled(page);
    assert.equal(await verdict(page), "consistent");
    assert.deepEqual(await edited(page), []);
    assert.doesNotMatch(await barWords(page), /已改/);
  });
});

for (const [how, act] of [
  ["clearing", async (page) => {
    await page.getByRole("button", { name: "清空", exact: true }).click();
    assert.equal(await bar(page).isVisible(), false);
    await replaceText(page, oneWrong, "insertFromPaste");
  }],
  ["an example", async (page) => {
    await page.getByRole("button", { name: "清空", exact: true }).click();
    await page.getByRole("button", { name: "一格有误", exact: true }).click();
  }],
  ["a file", (page) =>
    page.getByLabel("打开文件", { exact: true }).setInputFiles({ name: "又一份.txt", mimeType: "text/plain", buffer: Buffer.from(`${oneWrong}\n`) })],
  ["another report pasted over it", (page) => replaceText(page, `${oneWrong.replace(/栖梧县/g, "青原县").split("\n").map((line) => `${line} `).join("\n")}`, "insertFromPaste")],
  ["another form of report pasted over it", async (page) => {
    await replaceText(page, example("damaged-layout"), "insertFromPaste");
    await page.waitForFunction(() => document.querySelector('.sheet[data-status="lost"]') !== null);
    await replaceText(page, oneWrong, "insertFromPaste");
  }],
]) {
  test(`${how} leaves no edit behind, and nothing to undo`, async () => {
    await withPage(oneWrong, async (page) => {
      await editOne(page);
      await act(page);
      await page.waitForSelector('[data-verdict="inconsistent"]', { timeout: 3000 });
      await settled(page);
      assert.deepEqual(await edited(page), []);
      assert.equal(await bar(page).isVisible(), false);
      await focusOn(page, requests("granted.natural"));
      await press(page, "Control+z");
      assert.deepEqual(await edited(page), []);
      await press(page, "Control+y");
      assert.deepEqual(await edited(page), []);
    });
  });
}

test("the language changes and the edits stay, an emptied cell among them", async () => {
  await withPage(oneWrong, async (page) => {
    await editOne(page);
    await focusOn(page, requests("new.natural"));
    await press(page, "Delete");
    const cells = await edited(page);
    assert.equal(cells.length, 2);
    await page.locator("#language").click();
    await page.waitForSelector("td.edited");
    await settled(page);
    assert.deepEqual(await edited(page), cells);
    assert.match(await barWords(page), /^2 cells edited/);
    assert.match(await page.locator(at(requests("granted.natural"))).textContent(), /12edited, printed “21”/);
  });
});

test("an edit while the report of the year before is there is checked beside it", async () => {
  await withPage(oneWrong, async (page) => {
    await page.locator("#beside summary").click();
    await page.getByRole("textbox", { name: "上年报告", exact: true }).fill(oneWrong.replace(/2024/g, "2023").replace(/2025/g, "2024"));
    await page.waitForSelector('#finding-list [data-rule="T3.CARRY"]');
    await settled(page);
    await focusOn(page, requests("carried_in.natural"));
    await page.keyboard.type("3");
    await press(page, "End");
    await page.keyboard.type("3");
    await press(page, "Enter");
    assert.equal(await page.locator('#finding-list [data-rule="T3.CARRY"]').count(), 0, "last year's report carried out 3");
  });
});

test("acts that do not wait for the answers come to the same as those that do", async () => {
  await withPage(oneWrong, async (page) => {
    const first = await wholeState(page);
    await focusOn(page, requests("new.natural"));
    for (let step = 0; step < 20; step++) {
      await page.keyboard.type(String(step));
      await page.keyboard.press(step % 3 === 0 ? "ArrowRight" : "Enter");
      if (step % 5 === 4) await page.keyboard.press("Control+z");
      if (step % 7 === 6) await page.keyboard.press("Control+y");
    }
    await settled(page);
    const last = await wholeState(page);
    for (let step = 0; step < 20; step++) await page.keyboard.press("Control+z");
    await settled(page);
    assert.deepEqual(await wholeState(page), first);
    for (let step = 0; step < 20; step++) await page.keyboard.press("Control+y");
    await settled(page);
    assert.deepEqual((await wholeState(page)).cells.length, last.cells.length);
    assert.ok((await edited(page)).length > 10);
  });
});

test("200 random edits, undone one by one, give back the very first state", { timeout: 180_000 }, async () => {
  await withPage(example("damaged-layout"), async (page) => {
    let seed = 20240712;
    const below = (bound) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * bound);
    };
    const ids = await page.locator("[data-cell]").evaluateAll((cells) => cells.map(({ dataset }) => dataset.cell));
    const texts = ["0", "1", "12", "1234", "-3", "/", "x", "2.5"];
    const states = [await wholeState(page)];
    for (let step = 0; step < 200; step++) {
      await focusOn(page, ids[below(ids.length)]);
      const kind = below(5);
      if (kind === 0) {
        await page.keyboard.press("Delete");
      } else if (kind === 1) {
        const rows = Array.from({ length: 1 + below(3) }, () => Array.from({ length: 1 + below(3) }, () => texts[below(texts.length)]).join("\t"));
        await paste(page, { "text/plain": rows.join("\n") });
      } else {
        await page.keyboard.type(texts[below(texts.length)]);
        await page.keyboard.press(["Enter", "Tab", "ArrowRight", "Shift+Enter"][below(4)]);
        // At the end of a row the arrow stays in the box.
        if (await boxes(page).count()) await page.keyboard.press("Enter");
      }
      await settled(page);
      // What leaves a cell as it was is no step.
      const now = await wholeState(page);
      if (JSON.stringify(now.cells) !== JSON.stringify(states[states.length - 1].cells)) states.push(now);
    }
    assert.ok(states.length > 150, `${states.length} states`);
    await focusOn(page, ids[0]);
    for (const [left, state] of states.slice(0, -1).reverse().entries()) {
      await press(page, "Control+z");
      assert.deepEqual(await wholeState(page), state, `step ${states.length - left}`);
    }
    assert.equal(await barWords(page), "改动已撤销，结论按原文");
    assert.equal(await page.locator('[data-edit="undo"]').isEnabled(), false);
  });
});

test("a report pasted as a page over another takes none of its edits, its year before or its place in a list", async () => {
  await withPage(oneWrong, async (page) => {
    await page.locator('[data-cell="requests.granted.natural"]').click({ position: { x: 5, y: 5 } });
    await page.keyboard.type("77");
    await page.keyboard.press("Enter");
    await page.waitForSelector("td.edited");
    await page.locator("#beside summary").click();
    await page.locator("#previous").fill(oneWrong.replace("2024年政府", "2023年政府"));
    await page.locator("#text").focus();
    await page.evaluate((text) => {
      const box = document.getElementById("text");
      box.select();
      const clipboardData = new DataTransfer();
      const rows = text.split("\n").map((line) => (line.includes("|") ? `<tr><td>${line.split("|").join("<td>")}` : `</table><p>${line}<table>`));
      clipboardData.setData("text/html", `<table>${rows.join("\n")}</table>`);
      clipboardData.setData("text/plain", text);
      box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, example("consistent"));
    await page.waitForSelector('[data-verdict="consistent"]');
    assert.equal(await page.locator("td.edited").count(), 0);
    assert.equal(await page.locator("#edits").isVisible(), false);
    assert.equal(await page.locator("#previous").inputValue(), "");
  });
});

test("what is typed as slowly as people type can be undone with the button", async () => {
  await withPage(oneWrong, async (page) => {
    await page.locator('[data-cell="requests.granted.natural"]').click({ position: { x: 5, y: 5 } });
    await page.keyboard.type("12", { delay: 200 });
    await page.waitForSelector('[data-verdict="consistent"]');
    await page.waitForTimeout(200);
    await page.keyboard.press("Enter");
    await page.locator('[data-edit="undo"]').click();
    await page.waitForSelector('[data-verdict="inconsistent"]');
  });
});
