// Where things are.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const build = join(root, "build");
/** Another page than the build's may be tested. */
export const pageFile = process.env.GOUJI_PAGE ?? join(build, "web/index.html");
export const pageUrl = pathToFileURL(pageFile).href;

export const example = (name) => readFileSync(join(root, "web/src/examples", `${name}.txt`), "utf8");
