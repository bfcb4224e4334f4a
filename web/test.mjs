// Bundles the unit tests (they are TypeScript) and runs them with node's own runner.
import { spawnSync } from "node:child_process";
import { readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { cpp } from "./cpp.mjs";

const web = dirname(fileURLToPath(import.meta.url));
const out = join(dirname(web), "build/web-test");
const names = (await readdir(join(web, "test"))).filter((name) => name.endsWith(".test.ts")).sort();

await rm(out, { recursive: true, force: true });
await esbuild.build({
  entryPoints: names.map((name) => join(web, "test", name)),
  outdir: out,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node18",
  plugins: [cpp],
});
const files = names.map((name) => join(out, name.replace(/\.ts$/, ".mjs")));
const { status } = spawnSync(process.execPath, ["--test", ...files], { stdio: "inherit" });
process.exitCode = status ?? 1;
