// The main flow in WebKitGTK, from file:// and over http: its own driver, under a screen that nobody sees.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Builder, By, Capabilities } from "selenium-webdriver";
import { assertFlow, assertTrial, copied, flowScript, trialScript } from "./flow.mjs";
import { example, pageUrl } from "./places.mjs";
import { openSite } from "./site.mjs";

const text = example("one-wrong-cell");
const display = `:${90 + (process.pid % 500)}`;
const folder = mkdtempSync(join(tmpdir(), "gouji-webkit-"));
const started = [];
let browser;

/** Debian keeps the browser beside its library, in a folder of the machine's and the library's name. */
function miniBrowser() {
  const found = readdirSync("/usr/lib")
    .flatMap((machine) => ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"].map((name) => join("/usr/lib", machine, name, "MiniBrowser")))
    .find((path) => existsSync(path));
  if (found === undefined) throw new Error("MiniBrowser is not there");
  return found;
}

async function freePort() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

function start(command, args, env = {}) {
  const child = spawn(command, args, { stdio: "ignore", detached: true, env: { ...process.env, HOME: folder, XDG_RUNTIME_DIR: folder, ...env } });
  started.push(child);
  return child;
}

async function until(what, ready) {
  for (let tries = 0; tries < 200; tries++) {
    if (await ready()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`waited in vain for ${what}`);
}

before(async () => {
  start("Xvfb", [display, "-screen", "0", "1440x900x24", "-nolisten", "tcp"]);
  await until("the screen", () => existsSync(`/tmp/.X11-unix/X${display.slice(1)}`));
  const port = await freePort();
  // WebKit's own sandbox needs rights that a container does not have.
  start("dbus-run-session", ["--", "WebKitWebDriver", `--port=${port}`], { DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", LIBGL_ALWAYS_SOFTWARE: "1" });
  await until("the driver", () => fetch(`http://127.0.0.1:${port}/status`).then(({ ok }) => ok, () => false));
  const capabilities = new Capabilities({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] },
  });
  browser = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
  await browser.manage().setTimeouts({ script: 30_000, pageLoad: 30_000 });
}, { timeout: 60_000 });

after(async () => {
  await browser?.quit().catch(() => {});
  for (const child of started.reverse()) {
    try {
      process.kill(-child.pid, "SIGTERM");
    } catch {
      // It has ended by itself.
    }
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const inPage = (script) =>
  browser.executeAsyncScript(
    `const done = arguments[arguments.length - 1]; Promise.resolve(${script}).then((value) => done({ value }), (error) => done({ error: String(error) }));`,
  );

async function answered(script) {
  const { value, error } = await inPage(script);
  assert.equal(error, undefined);
  return value;
}

async function flow(url) {
  await browser.get(url);
  assertFlow(assert, await answered(flowScript(text)));
  assertTrial(assert, await answered(trialScript(text)));
  await browser.findElement(By.css("details.menu summary")).click();
  await browser.findElement(By.css('[data-output="copy"]')).click();
  assert.match(await browser.findElement(By.id("notice")).getText(), copied);
}

test("WebKitGTK from file://", { timeout: 90_000 }, async () => {
  await flow(pageUrl);
  assert.match(await browser.executeScript("return navigator.userAgent"), /AppleWebKit.*Version/);
});

test("WebKitGTK over http, asking for the document only", { timeout: 90_000 }, async () => {
  const site = await openSite("", "127.0.0.1");
  try {
    await flow(site.url);
    assert.deepEqual(site.asked.filter((asked) => asked !== "GET /favicon.ico"), ["GET /"]);
  } finally {
    await site.close();
  }
});
