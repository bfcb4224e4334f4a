// A plain static server, as an intranet has one, that remembers what it was asked for.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { intranet } from "./browsers.mjs";
import { pageFile } from "./places.mjs";

/** Some servers declare a charset of their own, which counts for more than what the page says. */
export async function openSite(charset = "", host = intranet) {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (request.url !== "/") {
      response.writeHead(404).end();
      return;
    }
    readFile(pageFile).then((html) => {
      response.writeHead(200, { "content-type": charset === "" ? "text/html" : `text/html; charset=${charset}`, "cache-control": "no-store" }).end(html);
    });
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address();
  return {
    asked,
    url: `http://${host}:${port}/`,
    close: () => new Promise((closed) => {
      server.closeAllConnections?.();
      server.close(closed);
    }),
  };
}
