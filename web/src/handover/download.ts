// Files that the page hands over: what they are called, and how they are saved.

/** Without what Windows does not allow in a name. */
export function fileName(parts: readonly (string | number | null)[], extension: string): string {
  const name = parts
    .filter((part) => part !== null && part !== "")
    .join(" ")
    .replace(/[\\/:*?"<>|\u0000-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g, " ")
    .replace(/\s+/g, " ")
    .slice(0, 100)
    .replace(/^[. ]+|[. ]+$/g, "");
  // The names of devices are no names of files.
  return `${/^(con|prn|aux|nul|com\d|lpt\d)?$/i.test(name) ? `_${name}` : name}.${extension}`;
}

export function download(name: string, type: string, content: string | Blob): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read it only when the user has said where to save it.
  setTimeout(() => URL.revokeObjectURL(url), 600_000);
}
