// For esbuild: a C++ source that a script imports is compiled to wasm without any imports, and comes as its bytes.

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const compiler = process.env.EMSDK ? join(process.env.EMSDK, "upstream/emscripten/em++") : "em++";
// Debian's Emscripten finds Debian's node modules only so.
const env = existsSync("/usr/share/nodejs/acorn") ? { ...process.env, NODE_PATH: "/usr/share/nodejs" } : process.env;
const flags = [
  "-std=c++20",
  "-Wall",
  "-Wextra",
  "-Wpedantic",
  "-Werror",
  "-Oz",
  "-mcpu=mvp",
  "-fno-exceptions",
  "-fno-rtti",
  "--no-entry",
  "-sSTANDALONE_WASM",
  "-sALLOW_MEMORY_GROWTH",
  "-sINITIAL_MEMORY=131072",
  "-sTOTAL_STACK=4096",
  "-sMALLOC=none",
  "-sSUPPORT_ERRNO=0",
  "-sEXPORTED_FUNCTIONS=_expand,_restore",
  "-Wl,--export=__heap_base",
];

async function compile(source) {
  const folder = await mkdtemp(join(tmpdir(), "gouji-"));
  try {
    const wasm = join(folder, "out.wasm");
    await promisify(execFile)(compiler, [...flags, source, "-o", wasm], { env });
    return await readFile(wasm);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export const cpp = {
  name: "cpp",
  setup(build) {
    build.onLoad({ filter: /\.cpp$/ }, async ({ path }) => {
      try {
        // As text of a character for each byte, which gzip packs better than base 64.
        const text = JSON.stringify((await compile(path)).toString("latin1"));
        return { contents: `export default Uint8Array.from(${text}, (byte) => byte.charCodeAt(0));`, loader: "js" };
      } catch (error) {
        return { errors: [{ text: error.stderr || String(error) }] };
      }
    });
  },
};
