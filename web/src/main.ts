// The page's one script. It stands in the head, so that the core is unpacked and started while the body is read.

import { Core } from "./core.ts";
import { startPage } from "./page.ts";

// The message that the page cannot run is shown until this element is known: a copy without scripts never
// knows it, whatever state it was saved in.
customElements.define("gouji-running", class extends HTMLElement {});

const core = new Core();
const start = (): void => startPage(core);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
