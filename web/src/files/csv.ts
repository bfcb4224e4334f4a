// Values parted by commas, semicolons or tabs as rows whose cells are parted by tabs.

/** The text itself where few lines are parted: prose has commas too. */
export function tabbed(text: string): string {
  const outside = text.replace(/"[^"]*"/g, "");
  const count = (separator: string): number => outside.split(separator).length;
  const separator = [",", ";", "\t"].reduce((best, other) => (count(other) > count(best) ? other : best));
  const end = `[^${separator}\\r\\n]`;
  const parts = new RegExp(`(?<!${end})"([^"]*(?:""[^"]*)*)"(?!${end})|${separator}`, "g");
  const rows = text.replace(parts, (_, quoted?: string) =>
    // At its beginning a quote would be taken for one of a value that goes on over lines.
    quoted === undefined ? "\t" : quoted.replace(/\s+/g, " ").replace(/^""/, "“").replace(/""/g, '"'),
  );
  const lines = rows.split("\n").filter((line) => line.trim() !== "");
  return lines.filter((line) => line.includes("\t")).length * 4 < lines.length ? text : rows;
}
