// Screenshots of each state, and what can be told of the look without an eye: nothing sticks out of the page.

import assert from "node:assert/strict";
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build, example } from "./places.mjs";
import { check, launch, openPage } from "./session.mjs";

const folder = join(build, "screenshots");

/** A long report with an error in table 3 and one in table 4. */
const long = example("one-wrong-cell")
  .replace("二、主动公开", `${"全年在网站更新信息，逐件登记，按期答复。\n".repeat(80)}\n二、主动公开`)
  .replace(/(行政复议[\s\S]*\n)(\d+) \|((?: \d+ \|){13} \d+\n)/, "$17 |$3");

/** Nine reports of different units, some with errors. */
const reports = ["一", "二", "三", "四", "五", "六", "七", "八", "九"].map((number, at) => ({
  name: `报告${at + 1}.txt`,
  mimeType: "text/plain",
  buffer: Buffer.from(
    example(["one-wrong-cell", "consistent", "damaged-layout"][at % 3]).replace(/(栖梧县|砚溪县|澄岚县[^\s]{2,3}镇)人民政府/g, `栖梧县第${number}局`),
  ),
}));

let browser;
before(async () => {
  mkdirSync(folder, { recursive: true });
  browser = await launch();
});
after(() => browser.close());

// WCAG's relative luminance and contrast, over what is really painted behind each text.
function contrastsInPage() {
  const parse = (color) => {
    const parts = color.match(/[\d.]+/g).map(Number);
    return { rgb: parts.slice(0, 3), alpha: parts[3] ?? 1 };
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((value) => {
      const part = value / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { rgb, alpha } = parse(getComputedStyle(at).backgroundColor);
      if (alpha === 1) return rgb;
    }
    return [255, 255, 255];
  };
  const poor = new Map();
  for (const element of document.querySelectorAll("body *")) {
    const own = Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.data.trim() !== "");
    if (!own || element.closest("#marks, .spoken, gouji-running, button:disabled, textarea") || !element.getClientRects().length) continue;
    const style = getComputedStyle(element);
    const one = luminance(parse(style.color).rgb);
    const other = luminance(behind(element));
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (contrast < 4.5) poor.set(`${element.tagName}.${element.className} ${style.color}`, contrast.toFixed(2));
  }
  return Object.fromEntries(poor);
}

/** What is there to be pressed and is less than 40 px high. */
function smallInPage() {
  return Array.from(document.querySelectorAll("button, summary, select, .button, td[data-cell]"))
    .filter((element) => element.getClientRects().length > 0 && element.getBoundingClientRect().height < 39.5)
    .map((element) => `${element.tagName}.${element.className} ${element.textContent} ${element.getBoundingClientRect().height}`);
}

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1440, 1024, 390]) {
    test(`${width} px, ${colorScheme}`, { timeout: 60_000 }, async () => {
      const viewport = { width, height: width === 390 ? 844 : 900 };
      const session = await openPage(browser, { viewport, colorScheme });
      const { page } = session;
      const look = async (state) => {
        const path = join(folder, `${state}-${width}-${colorScheme}.png`);
        await page.screenshot({ path, fullPage: width === 390 || state === "print" });
        assert.ok(statSync(path).size > 5000, path);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(wide <= 0, `${state} sticks out by ${wide} px`);
        assert.deepEqual(await page.evaluate(contrastsInPage), {}, `${state}: contrast of text`);
      };
      await look("empty");
      for (const name of ["consistent", "one-wrong-cell", "damaged-layout"]) {
        await check(page, example(name));
        if (name === "one-wrong-cell") await page.locator('[data-rule="T3.ROW"] .finding').click();
        await look(name);
      }
      await check(page, long);
      await look("proposed");
      await page.locator(".repair summary").first().click();
      await page.locator("#finding-list [data-alternative]").first().click();
      await page.waitForSelector("td.edited");
      await page.locator("#beside summary").click();
      await page.locator("#picture summary").click();
      await look("edited");
      assert.deepEqual(width < 600 ? await page.evaluate(smallInPage) : [], [], "large enough for a finger");
      await page.locator('[data-cell="requests.new.company"]').click({ position: { x: 5, y: 5 } });
      await page.keyboard.type("12");
      await look("typing");
      await page.keyboard.press("Enter");
      if (width === 1440) {
        // A4 between its margins.
        await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
        await page.emulateMedia({ media: "print", colorScheme });
        await page.setViewportSize({ width: 718, height: 1047 });
        await look("print");
        await page.emulateMedia({ media: "screen", colorScheme });
        await page.setViewportSize(viewport);
      }
      await check(page, "今天的菜谱是红烧茄子。");
      await look("no-report");
      await page.locator("#to-help").click();
      await page.locator(".help-rules summary").first().click();
      await look("help");
      await page.locator("#files").setInputFiles(reports);
      await page.locator("#batch tbody tr").nth(8).waitFor();
      await look("list");
      await page.getByRole("button", { name: "规则分布", exact: true }).click();
      await look("list-rules");
      await page.getByRole("button", { name: "汇总核对", exact: true }).click();
      await look("roll-up");
      assert.deepEqual(width < 600 ? await page.evaluate(smallInPage) : [], [], "large enough for a finger");
      await page.locator("#to-batch").click();
      await page.locator("#language").click();
      await page.getByRole("textbox", { name: "Report text", exact: true }).fill(long);
      await page.waitForSelector("td.proposed");
      await look("english");
      for (const [name, label] of [["large", "Large text"], ["contrast", "High contrast"]]) {
        await page.locator("details.menu summary").nth(1).click();
        await page.getByLabel(label).check();
        await page.keyboard.press("Escape");
        await look(name);
        await page.locator("details.menu summary").nth(1).click();
        await page.getByLabel(label).uncheck();
        await page.keyboard.press("Escape");
      }
      session.assertQuiet();
      await session.close();
    });
  }
}
