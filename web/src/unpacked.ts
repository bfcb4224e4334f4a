// The other parts of the page, for the page's script. Its element is known only while it runs for the first time.

import type { Carrier } from "./parts.ts";

export const { decoder, worker, started, parts: { style, body, examples } } = document.currentScript as Carrier;
