// Screenshots of each state, and what can be told of the look without an eye: nothing sticks out of the page.

import assert from "node:assert/strict";
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build, example } from "./places.mjs";
import { check, launch, openPage } from "./session.mjs";

const folder = join(build, "screenshots");
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

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1440, 1024, 390]) {
    test(`${width} px, ${colorScheme}`, { timeout: 60_000 }, async () => {
      const viewport = { width, height: width === 390 ? 844 : 900 };
      const session = await openPage(browser, { viewport, colorScheme });
      const { page } = session;
      const look = async (state) => {
        const path = join(folder, `${state}-${width}-${colorScheme}.png`);
        await page.screenshot({ path, fullPage: width === 390 });
        assert.ok(statSync(path).size > 5000, path);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(wide <= 0, `${state} sticks out by ${wide} px`);
        assert.deepEqual(await page.evaluate(contrastsInPage), {}, `${state}: contrast of text`);
      };
      await look("empty");
      for (const name of ["consistent", "one-wrong-cell", "damaged-layout"]) {
        await check(page, example(name));
        if (name === "one-wrong-cell") await page.locator('[data-rule="T3.ROW"] button').click();
        await look(name);
      }
      await check(page, "今天的菜谱是红烧茄子。");
      await look("no-report");
      session.assertQuiet();
      await session.close();
    });
  }
}
