// Makes the page: one file with everything inside, and a table of what each part takes.
//   node build.mjs [--core-js FILE] [--core-wasm FILE] [--out DIR]

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import zopfli from "@gfx/zopfli";
import * as esbuild from "esbuild";
import { minify } from "terser";

const web = dirname(fileURLToPath(import.meta.url));
const root = dirname(web);
const largest = 300 * 1024;
const target = ["es2020", "chrome80", "firefox78"];

// What unpacks in the page packs here.
const { encode, decode } = await esbuild
  .build({ entryPoints: [join(web, "src/packed.ts")], bundle: true, format: "esm", write: false })
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

async function bundle(entry) {
  const result = await esbuild.build({
    entryPoints: [join(web, "src", entry)],
    bundle: true,
    format: "iife",
    minify: true,
    charset: "utf8",
    legalComments: "none",
    target,
    write: false,
  });
  return result.outputFiles[0].text.trimEnd();
}

async function styleSheet() {
  const css = await sourceFile("page.css");
  const { code } = await esbuild.transform(css, { loader: "css", minify: true, charset: "utf8", target });
  return code.trimEnd();
}

/** Emscripten's glue, minified, with the worker's own part after it. */
async function workerScript(gluePath) {
  const glue = (await input(gluePath)).toString("utf8");
  const { code } = await minify(glue, { compress: { ecma: 2018, passes: 2 }, mangle: true, format: { comments: false } });
  return { glue: code, script: `${code}\n${await bundle("worker.ts")}` };
}

async function pack(bytes) {
  const packed = await zopfli.gzipAsync(bytes, { numiterations: 15 });
  const text = encode(packed);
  if (!Buffer.from(decode(text)).equals(packed)) throw new BuildError("what is packed does not come back.");
  return { gzip: packed.length, text };
}

async function examples() {
  const folder = join(web, "src/examples");
  const texts = {};
  for (const name of (await readdir(folder)).sort()) texts[name.replace(/\.txt$/, "")] = await readFile(join(folder, name), "utf8");
  return pack(Buffer.from(JSON.stringify(texts)));
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
  const [template, style, script, worker, wasm, samples] = await Promise.all([
    sourceFile("page.html"),
    styleSheet(),
    bundle("main.ts"),
    workerScript(resolve(options["core-js"])),
    input(resolve(options["core-wasm"])).then(async (bytes) => ({ raw: bytes.length, ...(await pack(bytes)) })),
    examples(),
  ]);
  const parts = {
    style,
    script: enclosed("the page's script", script),
    glue: enclosed("the worker's script", worker.script),
    wasm: wasm.text,
    examples: samples.text,
    policy: [
      "default-src 'none'",
      `script-src ${hash(script)} 'wasm-unsafe-eval'`,
      `style-src ${hash(style)}`,
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
    css: bytesOf(style),
    page_script: bytesOf(script),
    worker_glue: bytesOf(worker.glue),
    worker_script: bytesOf(worker.script) - bytesOf(worker.glue),
    examples_packed: bytesOf(samples.text),
    wasm_raw: wasm.raw,
    wasm_gzip: wasm.gzip,
    wasm_packed: bytesOf(wasm.text),
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
