// Runs every browser test, one file after the other, so that no timing is taken beside another browser.

import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "node:test";
import { tap } from "node:test/reporters";
import { fileURLToPath } from "node:url";
import { chromium, firefox } from "./browsers.mjs";
import { pageFile } from "./places.mjs";

for (const [what, path] of [["Chromium", chromium], ["Firefox ESR", firefox], ["The page", pageFile]]) {
  if (existsSync(path)) continue;
  console.error(`${what} is not there: ${path}`);
  process.exit(1);
}
const here = dirname(fileURLToPath(import.meta.url));
const files = readdirSync(here).filter((name) => name.endsWith(".test.mjs")).sort();
const tests = run({ files: files.map((name) => join(here, name)), concurrency: false });
tests.on("test:fail", () => {
  process.exitCode = 1;
});
// The figures that the tests measure stand out of their log.
tests.on("test:diagnostic", ({ message }) => {
  if (message.startsWith("report: ")) process.stdout.write(`${message}\n`);
});
tests.compose(tap).pipe(process.stdout);
