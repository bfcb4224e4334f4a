// The built-in examples.

import { examples } from "./unpacked.ts";

let read: Record<string, string> | undefined;

export function example(name: string): string {
  read ??= JSON.parse(examples) as Record<string, string>;
  return read[name] ?? "";
}
