// The built-in examples travel packed, and are unpacked when one is asked for.

import { dataBlock, unpack } from "./packed.ts";

let unpacked: Promise<Record<string, string>> | undefined;

export async function example(name: string): Promise<string> {
  unpacked ??= unpack(dataBlock("examples")).then(
    (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>,
  );
  return (await unpacked)[name] ?? "";
}
