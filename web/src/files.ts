// Files into text: the limit of size, and what is no text at all. The core tells the rest by the bytes.

import { words } from "./words.ts";

export const largestFile = 10 * 1024 * 1024;

export interface Opened {
  readonly name: string;
  readonly text: string;
}

/** Why a file cannot be used, or null: by its first bytes, since names are not to be trusted. */
export function refusal(name: string, size: number, head: Uint8Array): string | null {
  if (size > largestFile) return words.file.tooLarge(name, (size / 1024 / 1024).toFixed(1));
  const starts = (...bytes: number[]): boolean => bytes.every((byte, at) => head[at] === byte);
  const zip = starts(0x50, 0x4b, 0x03, 0x04);
  const compound = starts(0xd0, 0xcf, 0x11, 0xe0);
  const pdf = starts(0x25, 0x50, 0x44, 0x46);
  const picture = starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff);
  return zip || compound || pdf || picture ? words.file.notText(name) : null;
}

export async function openFile(file: File, read: (bytes: ArrayBuffer) => Promise<string>): Promise<Opened> {
  const head = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  const refused = refusal(file.name, file.size, head);
  if (refused !== null) throw new Error(refused);
  let text: string;
  try {
    text = await read(await file.arrayBuffer());
  } catch {
    throw new Error(words.file.failed(file.name));
  }
  return { name: file.name, text };
}
