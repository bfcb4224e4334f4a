// Drives a Chromium of any age over its debugging pipe: the drivers on npm no longer speak to the old ones.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export async function launchOverPipe(program, args) {
  const profile = mkdtempSync(join(tmpdir(), "gouji-chromium-"));
  const child = spawn(
    program,
    ["--headless", "--no-zygote", "--no-first-run", "--remote-debugging-pipe", `--user-data-dir=${profile}`, ...args],
    { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] },
  );
  const exited = new Promise((done) => child.once("exit", done));
  const [, , , toBrowser, fromBrowser] = child.stdio;
  const waiting = new Map();
  const events = [];
  let last = 0;
  let rest = "";
  toBrowser.on("error", () => {});
  fromBrowser.on("data", (bytes) => {
    const messages = (rest + bytes.toString("utf8")).split("\0");
    rest = messages.pop();
    for (const message of messages.map((json) => JSON.parse(json))) {
      if (message.id === undefined) events.push(message);
      const asked = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) asked?.reject(new Error(message.error.message));
      else asked?.resolve(message.result);
    }
  });
  exited.then(() => {
    for (const { reject } of waiting.values()) reject(new Error("the browser has ended"));
  });

  const send = (method, params = {}, sessionId = undefined) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      toBrowser.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });

  return {
    events,
    /** `before` is a script that runs before the page's own. */
    async open(url, before = "") {
      const { targetId } = await send("Target.createTarget", { url: "about:blank" });
      const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
      await send("Runtime.enable", {}, sessionId);
      await send("Log.enable", {}, sessionId);
      await send("Page.enable", {}, sessionId);
      await send("Page.addScriptToEvaluateOnNewDocument", { source: before }, sessionId);
      await send("Page.navigate", { url }, sessionId);
      for (let tries = 0; tries < 200 && !events.some(({ method }) => method === "Page.loadEventFired"); tries++) {
        await new Promise((done) => setTimeout(done, 25));
      }
      return {
        /** As if the user had asked for it: browsers copy for nobody else. */
        async evaluate(expression) {
          const { result, exceptionDetails } = await send(
            "Runtime.evaluate",
            { expression, awaitPromise: true, returnByValue: true, userGesture: true },
            sessionId,
          );
          if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
          return result.value;
        },
      };
    },
    /** What the page and the browser complained about. */
    complaints: () =>
      events
        .filter(
          ({ method, params }) =>
            method === "Runtime.exceptionThrown" ||
            (method === "Runtime.consoleAPICalled" && params.type === "error") ||
            (method === "Log.entryAdded" && params.entry.level === "error"),
        )
        .map(({ params }) => params.entry?.text ?? params.exceptionDetails?.text ?? JSON.stringify(params.args)),
    async close() {
      await Promise.race([send("Browser.close").catch(() => {}), new Promise((done) => setTimeout(done, 2000))]);
      const killer = setTimeout(() => child.kill("SIGKILL"), 3000);
      await exited;
      clearTimeout(killer);
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
