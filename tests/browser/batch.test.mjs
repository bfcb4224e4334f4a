// Many reports at once: dropped as a folder, listed as the native core answers them, paired, added up and exported.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build, example } from "./places.mjs";
import { launch, openPage } from "./session.mjs";

const office = "/usr/bin/soffice";
const folder = mkdtempSync(join(tmpdir(), "gouji-batch-"));
const generated = join(folder, "generated");
const verdicts = { consistent: "一致", inconsistent: "不一致", incomplete: "未核全", unknown_form: "表式不明", unreadable: "无法读取" };

let browser;
before(async () => {
  browser = await launch();
  mkdirSync(generated);
  native("gouji_generate", "--out", generated, "--seed", "7", "--count", "500", "--layout", "all", "--damage", "mix");
  for (const name of readdirSync(generated)) if (name.endsWith(".json")) rmSync(join(generated, name));
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

function native(program, ...options) {
  const { status, stdout, stderr } = spawnSync(join(build, "native", program), options, { encoding: "utf8", maxBuffer: 1 << 30 });
  assert.ok(status === 0 || status === 1, stderr);
  return stdout;
}

const answerOf = (...options) => JSON.parse(native("gouji", "check", "--format", "json", ...options));

/** A folder of texts by their names. */
function folderOf(name, texts) {
  const path = join(folder, name);
  mkdirSync(path);
  for (const [file, text] of Object.entries(texts)) writeFileSync(join(path, file), text);
  return path;
}

const report = (agency, year) =>
  example("consistent").replace(/砚溪县人民政府/g, agency).replace(/2025/g, String(year + 1)).replace(/2024/g, String(year));

/** A report whose tables hold so many times the figures. */
function times(text, factor) {
  const begin = text.indexOf("\n二、");
  const end = text.indexOf("\n五、");
  const table = text.slice(begin, end).replace(/(^|\| )(\d+(?:\.\d+)?)(?= \||$)/gm, (_, bar, figure) => bar + Number(figure) * factor);
  return text.slice(0, begin) + table + text.slice(end);
}

const watching = `
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.longTasks.push({ startTime, duration });
  }).observe({ entryTypes: ["longtask"] });`;

async function withPage(use, options = {}) {
  const session = await openPage(browser, { before: watching, acceptDownloads: true, ...options });
  try {
    const door = session.page.getByRole("button", { name: "多份核对", exact: true });
    if ((await door.count()) > 0) await door.click();
    await use(session.page);
    session.assertQuiet();
  } finally {
    await session.close();
  }
}

const status = (page) => page.locator(".batch-status");
const chooser = (page) => page.getByLabel("打开文件夹", { exact: true });
const view = (page, name) => page.getByRole("group", { name: "视图" }).getByRole("button", { name, exact: true }).click();
const rowButton = (page, text) => page.locator(".batch-scroll tbody th button", { hasText: text });
const finished = (page, count, timeout = 60_000) =>
  page.waitForFunction((all) => document.querySelector(".batch-status")?.textContent.startsWith(`核对完毕，共 ${all} 份`), count, { timeout });

async function give(page, path, count) {
  await chooser(page).setInputFiles(path);
  await finished(page, count);
}

/** All rows of the list: only those in view are built, so that it is scrolled from end to end. */
const rowsOf = (page) =>
  page.evaluate(async () => {
    const box = document.querySelector(".batch-scroll");
    const rows = new Map();
    for (let top = 0; ; top += box.clientHeight / 2) {
      box.scrollTop = top;
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      for (const row of box.querySelectorAll("tbody tr[aria-rowindex]")) {
        rows.set(Number(row.getAttribute("aria-rowindex")), Array.from(row.cells, (cell) => cell.textContent));
      }
      if (top > box.scrollHeight) break;
    }
    box.scrollTop = 0;
    return Array.from(rows.keys()).sort((a, b) => a - b).map((at) => rows.get(at));
  });

const figure = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ",");

/** The line that an answer makes, without what tells of other reports. */
function lineOf(file, { agency, year, verdict, findings, cells }) {
  const count = (severity) => figure(findings.filter((finding) => finding.severity === severity).length);
  const total = (row) => cells.find(({ id }) => id === `requests.${row}.total`)?.value ?? null;
  return [
    agency ?? "单位未识别",
    file,
    year === null ? "—" : String(year),
    verdicts[verdict],
    count("error"),
    count("warning"),
    figure(cells.filter(({ state }) => state === "blank").length),
    ...["new", "handled", "carried_out"].map((row) => (total(row) === null ? "—" : figure(total(row)))),
  ];
}

const byFile = (one, other) => (one[1] < other[1] ? -1 : 1);
/** Behind the dash its reason is told to those who do not see it. */
const shownLine = (cells) => cells.slice(0, 10).map((text, at) => (at >= 4 && text.startsWith("—") ? "—" : text));

async function saved(page, name, path) {
  const [download] = await Promise.all([page.waitForEvent("download", { timeout: 60_000 }), page.getByRole("button", { name, exact: true }).click()]);
  await download.saveAs(path);
  return download.suggestedFilename();
}

/** RFC 4180. */
function parsed(text) {
  const rows = [[]];
  for (const [, comma, line, quoted, plain] of text.matchAll(/(,)|(\r\n)|"((?:[^"]|"")*)"|([^",\r\n]+)/g)) {
    const row = rows[rows.length - 1];
    if (row.length === 0) row.push("");
    if (comma !== undefined) row.push("");
    else if (line !== undefined) rows.push([]);
    else row[row.length - 1] = quoted === undefined ? plain : quoted.replace(/""/g, '"');
  }
  assert.deepEqual(rows.pop(), []);
  return rows;
}

async function drop(page, path) {
  const client = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) await client.send("Input.dispatchDragEvent", { type, x: 500, y: 400, data });
}

test("500 reports dropped as a folder take less than 10 s, and the page stays responsive", { timeout: 240_000 }, async (context) => {
  // Other work on the machine only ever adds time: the quietest of some rounds counts.
  const rounds = [];
  while (rounds.length < 5 && !(rounds[0]?.longest <= 100)) {
    await withPage(async (page) => {
      const longest = (from) =>
        page.evaluate((since) => Math.max(0, ...window.longTasks.filter(({ startTime }) => startTime >= since).map(({ duration }) => duration)), from);
      const started = await page.evaluate(() => performance.now());
      const begin = Date.now();
      await drop(page, generated);
      const bar = page.getByRole("progressbar");
      await bar.waitFor();
      assert.equal(await bar.evaluate((element) => element.max), 500);
      assert.equal(await page.getByRole("button", { name: "停止", exact: true }).isVisible(), true);
      await finished(page, 500);
      const took = Date.now() - begin;
      assert.equal(await bar.count(), 0);
      rounds.push({ took, longest: await longest(started) });
      // Sorting, choosing and the rules' view hold no task up either.
      await page.getByRole("button", { name: "本年新收" }).click();
      await view(page, "规则分布");
      await page.locator(".batch-scroll").evaluate((box) => box.scrollTo(0, 5000));
      await page.waitForTimeout(100);
      rounds[rounds.length - 1].longest = await longest(started);
    });
    rounds.sort((one, other) => one.longest - other.longest);
  }
  const [{ took, longest }] = rounds;
  context.diagnostic(`report: 500 reports dropped: ${took} ms, longest task ${longest} ms`);
  assert.ok(took < 10_000, `${took} ms`);
  assert.ok(longest <= 100, `${longest} ms`);
});

test("500 reports: every line and every cell as the native core answers", { timeout: 240_000 }, async () => {
  const files = readdirSync(generated).sort();
  assert.equal(files.length, 500);
  const alone = native("gouji", "check", "--format", "json", ...files.map((name) => join(generated, name))).trimEnd().split("\n").map((json) => JSON.parse(json));
  const first = new Map();
  const placeOf = ({ agency, year }, before = 0) => agency !== null && year !== null && `${agency.normalize("NFKC").replace(/\s+/g, "")} ${year - before}`;
  alone.forEach((answer, at) => {
    if (placeOf(answer) && !first.has(placeOf(answer))) first.set(placeOf(answer), at);
  });
  const years = new Map();
  const expected = alone.map((answer, at) => {
    const previous = first.get(placeOf(answer, 1));
    if (previous === undefined) return lineOf(`generated/${files[at]}`, answer);
    years.set(`generated/${files[at]}`, answer.year - 1);
    return lineOf(`generated/${files[at]}`, answerOf("--previous", join(generated, files[previous]), join(generated, files[at])));
  });
  assert.ok(years.size > 0);

  await withPage(async (page) => {
    await drop(page, generated);
    await finished(page, 500);
    assert.match(await status(page).textContent(), new RegExp(`${years.size} 份与上年报告核对`));

    const rows = await rowsOf(page);
    assert.equal(rows.length, 500);
    assert.deepEqual(rows.map(shownLine).sort(byFile), expected.slice().sort(byFile));
    for (const row of rows) {
      const told = /与 (\d+) 年核对/.exec(row[10] ?? "");
      assert.equal(told === null ? undefined : Number(told[1]), years.get(row[1]), row[1]);
    }
    await page.getByRole("button", { name: "文件", exact: true }).click();

    const list = join(folder, "list.csv");
    assert.match(await saved(page, "清单 CSV", list), /500份.*\.csv$/);
    const bytes = readFileSync(list);
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const lines = parsed(bytes.toString("utf8").slice(1));
    assert.deepEqual(lines[0].slice(0, 4), ["单位", "文件", "年度", "结论"]);
    const plain = (line) => line.map((text, at) => (text === "—" || (at === 0 && text === "单位未识别") ? "" : at >= 4 ? text.replace(/,/g, "") : text));
    assert.deepEqual(lines.slice(1).map((line) => line.slice(0, 10)), expected.map(plain));

    const all = join(folder, "cells.csv");
    await saved(page, "各格 CSV", all);
    const cells = parsed(readFileSync(all, "utf8").slice(1));
    const wanted = parsed(native("gouji", "check", "--format", "csv", ...files.map((name) => join(generated, name))).replace(/\r?\n/g, "\r\n"));
    assert.equal(cells.length, wanted.length);
    const facts = cells.slice(1).map(([file, , , id, , value, state]) => [file, id, value, state].join());
    assert.deepEqual(facts, wanted.slice(1).map(([file, id, value, state]) => [file.replace(`${folder}/`, ""), id, value, state].join()));
    const at = facts.findIndex((line) => line.includes("requests.new.total"));
    assert.match(cells[at + 1][4], /本年新收政府信息公开申请数量.*总计/);
  });
});

test("the workbook opens elsewhere with the same rows as the CSV files", { timeout: 240_000, skip: !existsSync(office) && "there is no office program here" }, async () => {
  const texts = Object.fromEntries(readdirSync(generated).slice(0, 30).map((name) => [name, readFileSync(join(generated, name))]));
  texts["=1+1 <甲> & 乙.txt"] = report("=栖梧县人民政府", 2024);
  const path = folderOf("few", texts);
  await withPage(async (page) => {
    await give(page, path, 31);
    const [list, cells, book] = ["few-list.csv", "few-cells.csv", "few.xlsx"].map((name) => join(folder, name));
    await saved(page, "清单 CSV", list);
    await saved(page, "各格 CSV", cells);
    await saved(page, "清单和各格 XLSX", book);
    // Sheet by sheet, every value as it is and not as it is formatted.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
    const { status: code, stderr } = spawnSync(office, ["--headless", `-env:UserInstallation=file://${folder}/office`, "--convert-to", filter, "--outdir", folder, book], { encoding: "utf8", timeout: 120_000 });
    assert.equal(code, 0, stderr);
    for (const [sheet, csv] of [["清单", list], ["各格", cells]]) {
      const seen = parsed(readFileSync(join(folder, `few-${sheet}.csv`), "utf8").replace(/^\ufeff/, "").replace(/\r?\n/g, "\r\n"));
      const told = parsed(readFileSync(csv, "utf8").slice(1)).map((row) => row.map((text) => text.replace(/^'(?=[=+\-@])/, "")));
      assert.ok(told.length > 30);
      assert.deepEqual(seen, told);
    }
  });
});

test("stopping keeps what is done, and the list says how much was not", { timeout: 60_000 }, async () => {
  await withPage(async (page) => {
    await page.evaluate(() => {
      new MutationObserver((_, observer) => {
        const bar = document.querySelector("progress");
        if (!(bar?.value >= 5)) return;
        observer.disconnect();
        Array.from(document.querySelectorAll("button")).find(({ textContent }) => textContent === "停止").click();
      }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    await chooser(page).setInputFiles(generated);
    await page.waitForFunction(() => /^已停止/.test(document.querySelector(".batch-status")?.textContent), null, { timeout: 30_000 });
    const [, done, left] = /清单里有 (\d+) 份，另有 (\d+) 份没有核对/.exec(await status(page).textContent());
    assert.equal(Number(done) + Number(left), 500);
    assert.ok(Number(done) >= 5 && Number(left) > 0, done);
    assert.equal((await rowsOf(page)).length, Number(done));
    assert.equal(await page.getByRole("progressbar").count(), 0);
    // It can be gone on with.
    const path = folderOf("more", { "a.txt": report("青原县人民政府", 2024) });
    await give(page, path, Number(done) + 1);
  });
});

test("years of a unit are checked across, doubles and what cannot be opened are told", async () => {
  const texts = {
    "2023.txt": report("栖梧县人民政府", 2023),
    "2024.txt": report("栖梧县人民政府", 2024).replace("申请数量 | 2 | 0 |", "申请数量 | 1 | 0 |"),
    "2024 again.txt": report("栖梧县人民政府", 2024),
    "copy.txt": report("青原县人民政府", 2024),
    "copy of copy.txt": report("青原县人民政府", 2024),
    "photo.png": Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    "~$lock.txt": "x",
    ".hidden.txt": "x",
  };
  const path = folderOf("years", texts);
  await withPage(async (page) => {
    await give(page, path, 6);
    const rows = new Map((await rowsOf(page)).map((row) => [row[1], row]));
    assert.deepEqual([...rows.keys()].sort(), Object.keys(texts).filter((name) => !/^[~.]/.test(name)).map((name) => `years/${name}`).sort());
    const answer = answerOf("--previous", join(path, "2023.txt"), join(path, "2024.txt"));
    assert.ok(answer.findings.some(({ rule }) => rule === "T3.CARRY"));
    assert.deepEqual(shownLine(rows.get("years/2024.txt")), lineOf("years/2024.txt", answer));
    assert.match(rows.get("years/2024.txt")[10], /与 2023 年核对/);
    assert.match(rows.get("years/2024.txt")[10], /与「years\/2024 again\.txt」同单位同年度/);
    assert.match(rows.get("years/copy.txt")[10], /与「years\/copy of copy\.txt」内容相同/);
    assert.equal(rows.get("years/2023.txt")[10], "");
    const refused = rows.get("years/photo.png");
    assert.equal(refused[3], "无法读取");
    assert.match(refused[10], /photo\.png/);

    await page.getByRole("searchbox", { name: "筛选单位或文件" }).fill("photo");
    await rowButton(page, "单位未识别").click();
    assert.match(await status(page).textContent(), /photo\.png/);
    await page.getByRole("searchbox", { name: "筛选单位或文件" }).fill("2024.txt");
    assert.equal((await rowsOf(page)).length, 1);
    await rowButton(page, "栖梧县人民政府").click();
    assert.equal(await page.locator("#text").inputValue(), texts["2024.txt"]);
  });
});

test("the list goes by keyboard: sorted by its heads, moved through with arrows, opened with Enter", async () => {
  const path = folderOf("keys", {
    "a.txt": report("青原县人民政府", 2024),
    "b.txt": times(report("栖梧县人民政府", 2024), 3),
    "c.txt": example("one-wrong-cell"),
  });
  await withPage(async (page) => {
    await give(page, path, 3);
    const heads = page.locator(".batch-scroll thead th");
    const sortBy = async (name) => {
      await page.getByRole("button", { name, exact: true }).focus();
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement.firstChild.data), name);
      return (await rowsOf(page)).map((row) => row[1].slice(-5));
    };
    assert.equal(await heads.nth(0).getAttribute("aria-sort"), "ascending");
    assert.deepEqual((await sortBy("本年新收"))[0], "b.txt");
    assert.equal(await heads.nth(7).getAttribute("aria-sort"), "descending");
    assert.deepEqual((await sortBy("本年新收"))[2], "b.txt");
    assert.equal(await heads.nth(7).getAttribute("aria-sort"), "ascending");
    assert.deepEqual(await sortBy("文件"), ["a.txt", "b.txt", "c.txt"]);

    await rowButton(page, "青原县人民政府").focus();
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.evaluate(() => document.activeElement.title), "keys/b.txt");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#text").inputValue(), example("one-wrong-cell"));
  });
});

test("the view by rule shows signs besides colours, and narrows the list to a rule", async () => {
  const path = folderOf("rules", { "a.txt": report("青原县人民政府", 2024), "c.txt": example("one-wrong-cell") });
  await withPage(async (page) => {
    await give(page, path, 2);
    const { findings } = answerOf(join(path, "c.txt"));
    await view(page, "规则分布");
    const cells = await page.locator(".batch-heat tbody tr[aria-rowindex]", { hasText: "栖梧县人民政府" }).locator("td button").evaluateAll((buttons) =>
      buttons.map((button) => [button.dataset.of, button.textContent]),
    );
    const expected = new Map();
    for (const { rule, severity } of findings) expected.set(rule, [...(expected.get(rule) ?? []), severity]);
    const signed = [...expected].map(([rule, list]) => [rule, (list.includes("error") ? "✗" : list.includes("warning") ? "!" : "i") + list.length]);
    assert.ok(signed.some(([, text]) => text.startsWith("✗")));
    assert.deepEqual(cells.sort(), signed.sort());
    const grave = signed.find(([, text]) => text.startsWith("✗"))[0];
    await page.locator(".batch-heat thead").getByRole("button", { name: grave, exact: true }).click();
    assert.equal((await rowsOf(page)).length, 1);
    assert.equal(await page.getByRole("combobox", { name: "规则" }).inputValue(), grave);
    await view(page, "清单");
    assert.deepEqual((await rowsOf(page)).map((row) => row[1]), ["rules/c.txt"]);
  });
});

test("a roll-up with a unit missing: the cells that differ, and which unit makes them right", async () => {
  const texts = {
    "a.txt": report("青原县教育局", 2024),
    "b.txt": times(report("青原县民政局", 2024), 2),
    "c.txt": times(report("青原县水利局", 2024), 4),
    "old.txt": report("青原县水利局", 2022),
    "whole.txt": times(report("青原县人民政府", 2024), 7),
  };
  const path = folderOf("rollup", texts);
  await withPage(async (page) => {
    await give(page, path, 5);
    await view(page, "汇总核对");
    await page.getByRole("combobox", { name: "汇总报告" }).selectOption({ label: "青原县人民政府 2024 年" });
    const unit = (name) => page.getByRole("checkbox", { name });
    assert.deepEqual(
      await page.locator(".batch-units input:checked").evaluateAll((boxes) => boxes.map((box) => box.parentElement.textContent).sort()),
      ["青原县教育局 2024 年", "青原县民政局 2024 年", "青原县水利局 2024 年"].sort(),
    );
    const result = page.locator(".batch-result");
    const run = page.getByRole("button", { name: "核对汇总", exact: true }).last();
    await run.click();
    await result.getByRole("heading").waitFor();
    const all = answerOf(join(path, "whole.txt"), "--sum-of", ...["a.txt", "b.txt", "c.txt"].map((name) => join(path, name)));
    assert.ok(all.rollup.cells.length > 150);
    assert.match(await result.getByRole("heading").textContent(), new RegExp(`比较了 ${all.rollup.cells.length} 格，都等于 3 个单位之和`));
    assert.equal(await result.getByRole("table").count(), 0);

    await unit("青原县民政局").uncheck();
    assert.equal(await result.isVisible(), false);
    await run.click();
    await result.getByRole("heading").waitFor();
    const some = answerOf(join(path, "whole.txt"), "--sum-of", ...["a.txt", "c.txt"].map((name) => join(path, name)));
    const differing = some.rollup.cells.filter(({ value, sum }) => value !== sum);
    assert.ok(differing.length > 20);
    assert.match(await result.getByRole("heading").textContent(), new RegExp(`其中 ${differing.length} 格不等于 2 个单位之和`));
    const rows = (await result.getByRole("row").allTextContents()).slice(1);
    assert.equal(rows.length, differing.length);
    const figures = await result.locator("tbody tr").evaluateAll((list) => list.map((row) => Array.from(row.cells, (cell) => cell.textContent).slice(1)));
    const residual = ({ value, sum }) => Number((value - sum).toFixed(9));
    const shown = (value) => String(value).replace(/^\d+/, figure);
    assert.deepEqual(figures, differing.map((cell) => [shown(cell.value), shown(cell.sum), `+${shown(residual(cell))}`]));
    for (const { rule, message } of some.findings) {
      if (rule === "ROLLUP.SUM") assert.ok((await result.getByRole("list").textContent()).includes(message), message);
    }
    await result.getByRole("checkbox", { name: "只列不等的格" }).uncheck();
    assert.equal((await result.locator("tbody tr").count()), some.rollup.cells.length);

    assert.match(await result.locator(".batch-absent").textContent(), /青原县民政局 2024 年/);
    await result.getByRole("button", { name: "加上再核对" }).click();
    await page.waitForFunction(() => /都等于 3 个单位之和/.test(document.querySelector(".batch-result h3")?.textContent));
    assert.equal(await unit("青原县民政局").isChecked(), true);
    await result.getByRole("button", { name: "打开汇总报告" }).click();
    assert.equal(await page.locator("#text").inputValue(), texts["whole.txt"]);
  });
});

test("a report is not checked beside units that were only chosen", async () => {
  const texts = { "a.txt": report("青原县教育局", 2024), "whole.txt": times(report("青原县人民政府", 2024), 3) };
  const path = folderOf("chosen", texts);
  await withPage(async (page) => {
    await give(page, path, 2);
    await view(page, "汇总核对");
    await page.getByRole("combobox", { name: "汇总报告" }).selectOption({ label: "青原县人民政府 2024 年" });
    await view(page, "清单");
    await page.getByRole("button", { name: "青原县人民政府", exact: true }).click();
    await page.waitForSelector("[data-verdict]");
    assert.equal(await page.locator('[data-rule="ROLLUP.SUM"]').count(), 0);
  });
});

test("edits stay with their report of the list, and never pass to another version of its file", async () => {
  const text = report("青原县教育局", 2024).replace(/\n/g, "\r\n");
  const path = folderOf("edits", { "a.txt": text, "b.txt": report("青原县民政局", 2024) });
  const cell = '[data-cell="requests.new.natural"]';
  await withPage(async (page) => {
    const open = async (name) => {
      await page.getByRole("button", { name, exact: true }).click();
      await page.waitForFunction((unit) => document.getElementById("meta").textContent.includes(unit), name);
    };
    await give(page, path, 2);
    await open("青原县教育局");
    await page.locator(cell).click({ position: { x: 5, y: 5 } });
    await page.keyboard.type("7777");
    await page.keyboard.press("Enter");
    await page.waitForSelector("td.edited");
    await page.getByRole("button", { name: "返回清单" }).click();
    await open("青原县民政局");
    await page.waitForFunction(() => document.querySelectorAll("td.edited").length === 0);
    await page.getByRole("button", { name: "返回清单" }).click();
    await open("青原县教育局");
    await page.waitForSelector("td.edited");
    assert.match(await page.locator(cell).textContent(), /^7777/);

    await page.getByRole("button", { name: "返回清单" }).click();
    await page.getByRole("button", { name: "清空清单" }).click();
    writeFileSync(join(path, "a.txt"), `${text}\r\n（更正版）`);
    await give(page, path, 2);
    await open("青原县教育局");
    await page.waitForFunction(() => document.getElementById("text").value.includes("更正版"));
    await page.waitForFunction(() => document.querySelectorAll("td.edited").length === 0);
    assert.doesNotMatch(await page.locator(cell).textContent(), /7777/);
  });
});
