// The page's script. It runs in the head, so that the core is unpacked and started while the body is read.

import { Core } from "./core.ts";
import { startPage } from "./page.ts";
import { started, style } from "./unpacked.ts";

// The message that the page cannot run is shown until this element is known: a copy without scripts never
// knows it, whatever state it was saved in.
customElements.define("gouji-running", class extends HTMLElement {});

const core = new Core(started);

// A saved copy holds it already, but perhaps not as it was.
document.getElementById("style")?.remove();
const sheet = document.createElement("style");
sheet.id = "style";
sheet.textContent = style;
document.head.querySelector("style")?.after(sheet);

const start = (): void => startPage(core);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
