// The SHA-256 of a text, by which a review sheet tells what it is about. Browsers have their own only on secure
// origins, which an intranet's plain http is not.

import { hash } from "@stablelib/sha256";

/** Of the text as UTF-8, in hexadecimal digits. */
export function sha256(text: string): string {
  return Array.from(hash(new TextEncoder().encode(text)), (byte) => (byte + 256).toString(16).slice(1)).join("");
}
