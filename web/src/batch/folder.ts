// The files of what was dropped, folders and all that is in them included.

import { words } from "./words.ts";

/** Where a file stands under the folder that was opened or dropped. */
export function pathOf(file: File): string {
  return file.webkitRelativePath || file.name;
}

/** Files that systems and office programs leave in a folder are no reports. */
export function isOwn(path: string): boolean {
  return path.split("/").every((name) => !/^(\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i.test(name));
}

/** A file or a folder, as the newer browsers have it. */
interface Handle {
  readonly kind: string;
  readonly name: string;
  getFile(): Promise<File>;
  values(): AsyncIterable<Handle>;
}

interface Item extends DataTransferItem {
  getAsFileSystemHandle?(): Promise<Handle>;
}

/** The same of an older one. */
function handleOf(entry: FileSystemEntry): Handle {
  return {
    kind: entry.isFile ? "file" : "directory",
    name: entry.name,
    getFile: () => new Promise((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)),
    async *values() {
      const reader = (entry as FileSystemDirectoryEntry).createReader();
      for (;;) {
        // At most 100 at a time, and none when there are no more.
        const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
        if (entries.length === 0) return;
        for (const one of entries) yield handleOf(one);
      }
    },
  };
}

async function walk(handle: Handle, under: string, found: File[]): Promise<void> {
  const path = under + handle.name;
  if (!isOwn(handle.name)) return;
  if (handle.kind === "file") {
    // A file that was found so does not tell its folder by itself.
    found.push(Object.defineProperty(await handle.getFile(), "webkitRelativePath", { value: path }));
  } else {
    for await (const one of handle.values()) await walk(one, `${path}/`, found);
  }
}

/** To be called while the drop is being told: what it holds is gone afterwards. Rejects with a message for the user. */
export async function filesOf(transfer: DataTransfer): Promise<File[]> {
  const dropped = Array.from(transfer.items as Iterable<Item>, (item) => {
    const entry = item.webkitGetAsEntry();
    if (entry === null || entry.isFile) return { file: item.getAsFile() };
    // Of a page opened from a file, Chromium lets no folder be read but by its handle.
    return { folder: entry, handle: item.getAsFileSystemHandle?.().catch(() => undefined) };
  });
  const found: File[] = [];
  for (const { file, folder, handle } of dropped) {
    if (file && isOwn(file.name)) found.push(file);
    if (folder === undefined) continue;
    try {
      await walk((await handle) ?? handleOf(folder), "", found);
    } catch {
      throw new Error(words.folderFailed(folder.name));
    }
  }
  return found;
}
