// The main flow in the oldest Chromium that is promised, in one between, and in the last for Windows 7.

import assert from "node:assert/strict";
import { test } from "node:test";
import { listening, repaired } from "./answers.mjs";
import { chromiumArguments, oldChromium, oldVersions } from "./browsers.mjs";
import { assertFlow, assertTrial, copied, copyScript, flowScript, trialScript } from "./flow.mjs";
import { launchOverPipe } from "./pipe.mjs";
import { example, pageUrl } from "./places.mjs";
import { openSite } from "./site.mjs";

// Chromium before 97 does not know the source and says so; wasm runs in the worker all the same.
const unknownSource = /invalid source: ''wasm-unsafe-eval''\. It will be ignored\.$/;
const text = example("one-wrong-cell");

for (const version of oldVersions) {
  test(`Chromium ${version} from file:// and over http`, { timeout: 240_000 }, async () => {
    const program = oldChromium(version);
    const site = await openSite();
    try {
      for (const url of [pageUrl, site.url]) {
        const browser = await launchOverPipe(program, chromiumArguments);
        try {
          const page = await browser.open(url, listening + repaired);
          assert.match(await page.evaluate("navigator.userAgent"), new RegExp(`Chrome/${version}\\.`));
          assertFlow(assert, await page.evaluate(flowScript(text)));
          assertTrial(assert, await page.evaluate(trialScript(text)));
          assert.match(await page.evaluate(copyScript), copied);
          const complaints = browser.complaints().filter((words) => !(version < 97 && unknownSource.test(words)));
          assert.deepEqual(complaints, []);
        } finally {
          await browser.close();
        }
      }
      assert.deepEqual(site.asked, ["GET /"]);
    } finally {
      await site.close();
    }
  });
}
