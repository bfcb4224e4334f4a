// What is said of a finding or of a rule in the language of the page.

import type { Finding } from "./answer.ts";
import { language } from "./language.ts";
import { words } from "./words.ts";

export function messageOf({ message, message_en }: Finding): string {
  return language() === "en" ? (message_en ?? message) : message;
}

/** What stands behind it, and the document or reason, which the core tells in Chinese. */
export function basisOf({ basis, basis_text }: Pick<Finding, "basis" | "basis_text">): { source: string; reason: string } {
  const source = words.basis[basis ?? ""] ?? "";
  // Some reasons begin with what they are themselves.
  const reason = language() === "en" ? "" : (basis_text ?? "").replace(`${source}：`, "");
  return { source, reason };
}
