// How large the page is, how soon it is ready and how soon an answer is painted.

import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build, example, pageFile, pageUrl } from "./places.mjs";
import { launch } from "./session.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const quantile = (values, part) => values.slice().sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];

test("the page is one file of at most 300 KB", (context) => {
  const size = JSON.parse(readFileSync(join(build, "web-size.json"), "utf8"));
  const { limit, ...parts } = size;
  for (const [part, bytes] of Object.entries(parts)) {
    context.diagnostic(`report: ${String(bytes).padStart(8)} bytes: ${part.replace("_", " ")}`);
  }
  assert.equal(limit, 307_200);
  assert.equal(size.total, statSync(pageFile).size);
  assert.ok(size.total <= limit, `${size.total} bytes`);
});

test("ready within 150 ms of navigation from file://", { timeout: 120_000 }, async (context) => {
  const load = async () => {
    const session = await browser.newContext();
    const page = await session.newPage();
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (document.documentElement.dataset.ready !== "true") return;
        window.readyAt = performance.now();
        observer.disconnect();
      }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });
    });
    await page.goto(pageUrl);
    await page.waitForFunction(() => window.readyAt !== undefined);
    const at = await page.evaluate(() => window.readyAt);
    await session.close();
    return at;
  };
  await load();
  // Other work on the machine only ever adds time: the quietest of three rounds counts.
  const rounds = [];
  for (let round = 0; round < 3; round++) {
    const times = [];
    for (let turn = 0; turn < 9; turn++) times.push(await load());
    rounds.push(times);
    if (quantile(times, 0.5) <= 150) break;
  }
  const best = rounds.reduce((one, other) => (quantile(other, 0.5) < quantile(one, 0.5) ? other : one));
  context.diagnostic(`report: navigation to ready: median ${quantile(best, 0.5).toFixed(0)} ms, worst ${Math.max(...best).toFixed(0)} ms of ${best.length}`);
  assert.ok(quantile(best, 0.5) <= 150, `median ${quantile(best, 0.5).toFixed(0)} ms`);
});

test("a changed figure in a 10 KB report is painted again within a tenth of a second", async (context) => {
  const session = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await session.newPage();
  await page.goto(pageUrl);
  await page.waitForSelector('html[data-ready="true"]');
  const filler = "全年在网站更新信息，逐件登记，按期答复。".repeat(140);
  const text = example("consistent").replace("二、主动公开", `${filler}\n\n二、主动公开`);
  const times = await page.evaluate(async (report) => {
    const box = document.querySelector("textarea");
    const verdict = document.getElementById("verdict");
    const shown = (wanted) =>
      new Promise((done) => {
        const look = () => {
          if (verdict.dataset.verdict !== wanted) return;
          observer.disconnect();
          // A frame's callback runs before its paint; the task after it runs behind the paint.
          requestAnimationFrame(() => setTimeout(done));
        };
        const observer = new MutationObserver(look);
        observer.observe(verdict, { attributes: true });
        look();
      });
    const put = async (value, wanted) => {
      const begin = performance.now();
      box.value = value;
      box.dispatchEvent(new Event("input", { bubbles: true }));
      await shown(wanted);
      return performance.now() - begin;
    };
    const wrong = report.replace("| 31 | 4 | 0 |", "| 31 | 5 | 0 |");
    const all = [];
    await put(report, "consistent");
    for (let turn = 0; turn < 30; turn++) {
      all.push(await put(wrong, "inconsistent"), await put(report, "consistent"));
    }
    return all;
  }, text);
  context.diagnostic(`report: input to painted answer, ${text.length} characters: median ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms of ${times.length}`);
  assert.ok(quantile(times, 0.5) <= 100);
  await session.close();
});
