// Makes the page: one file with everything inside, and a table of what each part takes.
//   node build.mjs [--core-js FILE] [--core-wasm FILE] [--out DIR]

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual, parseArgs } from "node:util";
import * as esbuild from "esbuild";
import { minify } from "terser";
import { cpp } from "./cpp.mjs";

const web = dirname(fileURLToPath(import.meta.url));
const root = dirname(web);
const largest = 300 * 1024;
const sheets = ["page.css", "batch/batch.css", "pictures/pictures.css", "handover/review.css"];
/** What the page says that it is: CMake's project has the one version of all. */
const version = /project\(gouji VERSION (\S+)/.exec(await readFile(join(root, "CMakeLists.txt"), "utf8"))?.[1];
const target = ["es2020", "chrome80", "firefox78"];

const { decoder, expand, joined, pack, split, takeApart, unpack } = await esbuild
  .build({ entryPoints: [join(web, "pack.ts")], bundle: true, platform: "node", target: "node18", format: "esm", plugins: [cpp], write: false })
  .then(({ outputFiles }) => import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`));

const { values: options } = parseArgs({
  options: {
    "core-js": { type: "string", default: join(root, "build/wasm/gouji.js") },
    "core-wasm": { type: "string", default: join(root, "build/wasm/gouji.wasm") },
    out: { type: "string", default: join(root, "build/web") },
  },
});

class BuildError extends Error {}

async function input(path) {
  try {
    return await readFile(path);
  } catch {
    throw new BuildError(`${path} is not there; build the core first (bash web/run.sh build does both).`);
  }
}

const sourceFile = async (name) => (await readFile(join(web, "src", name), "utf8")).replace(/\r\n/g, "\n");

/** Also of what esbuild has made small: terser makes a thirtieth less of it, packed. */
async function smallest(script) {
  const { code } = await minify(script, { compress: { ecma: 2018, passes: 3 }, mangle: true, format: { comments: false } });
  return code.trimEnd();
}

/** A style sheet that a script imports, as the page itself has it. */
const css = {
  name: "css",
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => ({ contents: await styleSheet(relative(join(web, "src"), path)), loader: "text" }));
  },
};

async function bundle(entry) {
  const result = await esbuild.build({
    entryPoints: [join(web, "src", entry)],
    bundle: true,
    format: "iife",
    minify: true,
    charset: "utf8",
    legalComments: "none",
    plugins: [cpp, css],
    define: { version: JSON.stringify(version) },
    target,
    write: false,
  });
  return smallest(result.outputFiles[0].text);
}

async function styleSheet(name) {
  const css = await sourceFile(name);
  const { code } = await esbuild.transform(css, { loader: "css", minify: true, charset: "utf8", target });
  return code.trimEnd();
}

/** What the worker runs: Emscripten's glue, and its own part after it. */
async function workerScript(gluePath) {
  const glue = (await input(gluePath)).toString("utf8");
  return `${await smallest(glue)}\n${await bundle("worker.ts")}`;
}

const expandByWasm = (text) => expand(decoder, text);

const moduleByWasm = (text) => expand(decoder, text, true);

/** `ways` are those in which the page unpacks it. */
function packed(name, bytes, ways, parted = bytes) {
  const text = pack(parted);
  for (const back of ways) {
    if (!Buffer.from(back(text) ?? []).equals(bytes)) throw new BuildError(`${name} does not come back from what is packed.`);
  }
  return text;
}

async function exampleTexts() {
  const folder = join(web, "src/examples");
  const texts = {};
  for (const name of (await readdir(folder)).sort()) texts[name.replace(/\.txt$/, "")] = await readFile(join(folder, name), "utf8");
  return JSON.stringify(texts);
}

/** What a server's charset, whatever it is, leaves as it is: else its hash would not hold. */
function ascii(name, text) {
  if (/[^\n -~]/.test(text)) throw new BuildError(`${name} holds more than ASCII.`);
  return text;
}

/** A script or data block must not be able to end, or to open a comment, before its end tag. */
function enclosed(name, text) {
  if (/<\/script|<!--/i.test(text)) throw new BuildError(`${name} holds "</script" or "<!--".`);
  if (text.includes("\r")) throw new BuildError(`${name} holds a carriage return; its hash would not hold.`);
  return text;
}

const hash = (text) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
const bytesOf = (text) => Buffer.byteLength(text, "utf8");

async function build() {
  const [template, plain, start, wasm, script, styles, body, worker, examples] = await Promise.all([
    sourceFile("page.html"),
    styleSheet("plain.css"),
    bundle("start.ts"),
    input(resolve(options["core-wasm"])),
    bundle("main.ts"),
    Promise.all(sheets.map(styleSheet)),
    sourceFile("body.html"),
    workerScript(resolve(options["core-js"])),
    exampleTexts(),
  ]);
  const style = styles.join("");
  const texts = { script, style, body: body.replace(/\n/g, ""), examples };
  const page = Buffer.from(joined(texts));
  if (!isDeepStrictEqual(split(page.toString("utf8")), texts)) throw new BuildError("a part of the page holds a NUL.");
  const parts = {
    plain: ascii("the plain style", plain),
    start: enclosed("the script that unpacks", ascii("the script that unpacks", start)),
    decoder: packed("the decoder", decoder, [unpack]),
    worker: packed("the worker", Buffer.from(worker), [unpack, expandByWasm]),
    page: packed("the page", page, [unpack, expandByWasm]),
    core: packed("the core", wasm, [moduleByWasm], takeApart(wasm)),
    policy: [
      "default-src 'none'",
      `script-src ${hash(start)} ${hash(script)} 'wasm-unsafe-eval'`,
      `style-src ${hash(plain)} ${hash(style)}`,
      "worker-src blob:",
      "connect-src 'none'",
      "img-src data: blob:",
      "base-uri 'none'",
      "form-action 'none'",
    ].join("; "),
  };
  const used = new Set();
  const html = template.replace(/\{\{(\w+)\}\}/g, (_, name) => {
    if (!(name in parts)) throw new BuildError(`the template asks for {{${name}}}.`);
    used.add(name);
    return parts[name];
  });
  if (used.size !== Object.keys(parts).length) throw new BuildError("the template does not use every part.");

  const total = bytesOf(html);
  const size = {
    html: total - Object.values(parts).reduce((sum, text) => sum + bytesOf(text), 0) + bytesOf(parts.policy),
    plain_style: bytesOf(plain),
    start_script: bytesOf(start),
    page_script: bytesOf(script),
    page_style: bytesOf(style),
    page_body: bytesOf(texts.body),
    worker_script: bytesOf(worker),
    examples: bytesOf(examples),
    decoder: decoder.length,
    decoder_packed: bytesOf(parts.decoder),
    worker_packed: bytesOf(parts.worker),
    page_packed: bytesOf(parts.page),
    core: wasm.length,
    core_packed: bytesOf(parts.core),
    total,
    limit: largest,
  };
  const out = resolve(options.out);
  await mkdir(out, { recursive: true });
  await writeFile(join(out, "index.html"), html);
  await writeFile(join(dirname(out), "web-size.json"), `${JSON.stringify(size, null, 2)}\n`);
  for (const [name, bytes] of Object.entries(size)) {
    console.log(`${name.padEnd(16)} ${bytes.toLocaleString("en-US").padStart(9)} bytes`);
  }
  if (total > largest) throw new BuildError(`the page takes ${total} bytes, more than ${largest}.`);
}

try {
  await build();
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
