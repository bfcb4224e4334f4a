// What the list of many reports is made of: work over cores, pairs and doubles, order and choice, folders, CSV and XLSX.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateRawSync } from "node:zlib";
import type { Answer, Cell, Finding, Severity } from "../src/answer.ts";
import { filesOf, isOwn, pathOf } from "../src/batch/folder.ts";
import { choose, type Choice, type Line, newLine, pair, refuse, rulesOf, sorted, take } from "../src/batch/lines.ts";
import { Pool } from "../src/batch/pool.ts";
import { csvFile, csvOf, Workbook } from "../src/batch/tabular.ts";
import type { Core } from "../src/core.ts";

const later = (milliseconds = 1): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

class FakeCore {
  readonly forms: Promise<string>;
  stopped = false;
  constructor(reason = "") {
    this.forms = reason === "" ? Promise.resolve("{}") : Promise.reject(new Error(reason));
    this.forms.catch(() => undefined);
  }
  stop(): void {
    this.stopped = true;
  }
}

function poolOf(size: number, wait = 1000, reason = ""): { pool: Pool; made: FakeCore[] } {
  const made: FakeCore[] = [];
  const make = (): Core => {
    const core = new FakeCore(reason);
    made.push(core);
    return core as unknown as Core;
  };
  return { pool: new Pool(make, size, wait), made };
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

test("jobs are spread over the cores, and each is done once", async () => {
  const { pool, made } = poolOf(3);
  const users = new Map<number, Core>();
  let [running, most] = [0, 0];
  const all = await pool.run(
    numbers(20),
    async (core, job, at) => {
      assert.equal(job, at);
      most = Math.max(most, ++running);
      await later();
      running--;
      assert.equal(users.has(job), false);
      users.set(job, core);
    },
    () => assert.fail(),
  );
  assert.equal(all, true);
  assert.deepEqual([...users.keys()].sort((a, b) => a - b), numbers(20));
  assert.equal(most, 3);
  assert.equal(made.length, 3);
  assert.equal(new Set(users.values()).size, 3);
});

test("a core that breaks down or hangs is replaced, and only its job is lost", async () => {
  const { pool, made } = poolOf(2, 30);
  const done: number[] = [];
  const failed: [number, string][] = [];
  const all = await pool.run(
    numbers(8),
    async (core, job) => {
      assert.equal((core as unknown as FakeCore).stopped, false);
      if (job === 2) throw new Error("broke down");
      if (job === 5) await new Promise(() => undefined);
      await later();
      done.push(job);
    },
    (job, reason) => failed.push([job, reason]),
  );
  assert.equal(all, true);
  assert.deepEqual(done.sort(), [0, 1, 3, 4, 6, 7]);
  assert.deepEqual(failed.sort(), [[2, "broke down"], [5, "> 0.03 s"]]);
  assert.equal(made.filter(({ stopped }) => stopped).length, 2);
});

test("stopping keeps what is done, gives up the rest at once, and the pool works again", async () => {
  const { pool } = poolOf(2, 60_000);
  const done: number[] = [];
  const begin = Date.now();
  const all = await pool.run(
    numbers(100),
    async (_, job) => {
      if (job === 10) pool.stop();
      if (job > 10) await later(60_000);
      done.push(job);
    },
    (job) => assert.fail(String(job)),
  );
  assert.equal(all, false);
  assert.ok(Date.now() - begin < 5000);
  assert.deepEqual(done.slice(0, 10), numbers(10));
  assert.ok(done.length <= 11);
  assert.equal(await pool.run([1], () => Promise.resolve(), () => assert.fail()), true);
});

test("when no core starts, the reason is told once", async () => {
  const { pool, made } = poolOf(2, 1000, "no WebAssembly");
  await assert.rejects(pool.run(numbers(50), () => assert.fail(), () => assert.fail()), /no WebAssembly/);
  assert.ok(made.length <= 2);
});

interface Facts {
  agency?: string | null;
  year?: number | null;
  findings?: [string, Severity][];
  cells?: [string, number | null, Cell["state"]][];
  verdict?: Answer["verdict"];
}

function answer({ agency = null, year = null, findings = [], cells = [], verdict = "consistent" }: Facts): Answer {
  const found = findings.map(([rule, severity]): Finding => ({ rule, severity, message: "", cells: [], spans: [] }));
  const own = cells.map(([id, value, state]): Cell => ({ id, value, state }));
  const rest = { schema: "", form: "2021", title: null, published: null, tables: [], equations: [], repairs: [] };
  return { ...rest, verdict, agency, year, findings: found, cells: own };
}

function line(path: string, facts: Facts, text = path): Line {
  const made = newLine(path);
  made.text = text;
  take(made, answer(facts));
  return made;
}

test("a line keeps what the answer counts and shows", () => {
  const kept = line("a.txt", {
    agency: "栖梧县人民政府",
    year: 2024,
    findings: [["T3.ROW", "warning"], ["T3.ROW", "error"], ["T3.ROW", "warning"], ["CELL.BLANK", "info"]],
    cells: [
      ["requests.new.total", 12, "printed"],
      ["requests.handled.total", null, "ambiguous"],
      ["requests.granted.total", 3, "printed"],
      ["disputes.review.total", null, "blank"],
    ],
  });
  assert.deepEqual([kept.errors, kept.warnings, kept.infos], [1, 2, 1]);
  assert.equal(kept.blanks, 1);
  assert.deepEqual(kept.rules.get("T3.ROW"), { severity: "error", count: 3 });
  assert.deepEqual([kept.new, kept.handled], [12, null]);
  assert.deepEqual(kept.cells.get("requests.handled.total"), { value: null, state: "ambiguous" });
  assert.deepEqual([...kept.cells.keys()], ["requests.new.total", "requests.handled.total", "disputes.review.total"]);
  refuse(kept, "broke down");
  assert.equal(kept.verdict, "unreadable");
  assert.deepEqual([kept.errors, kept.new, kept.cells.size, kept.rules.size], [null, null, 0, 0]);
  assert.equal(kept.text, "a.txt");
});

test("consecutive years of an agency are paired, however its name is spaced; doubles are told", () => {
  const old = line("old", { agency: "栖梧县人民政府（办公室）", year: 2023 });
  const now = line("now", { agency: "栖梧县人民政府 (办公室)", year: 2024 });
  const twice = line("twice", { agency: "栖梧县人民政府（办公室）", year: 2023 });
  const copy = line("copy", { agency: "青原县人民政府", year: 2024 }, "now");
  const gap = line("gap", { agency: "栖梧县人民政府（办公室）", year: 2026 });
  const unknown = line("unknown", { year: 2024 });
  const nameless = line("nameless", { year: 2023 });
  const refused = newLine("refused");
  refuse(refused, "no text");
  const lines = [old, now, twice, copy, gap, unknown, nameless, refused];
  const pairs = pair(lines);
  assert.deepEqual([...pairs], [[now, old]]);
  assert.deepEqual(lines.filter(({ double }) => double !== undefined), [twice, copy]);
  assert.equal(twice.double, old);
  assert.equal(copy.double, now);
  assert.deepEqual([...pair([now, twice])], [[now, twice]]);
  assert.equal(twice.double, undefined);
});

test("lines are ordered by any column, unknown ones last either way, and chosen by words, verdict and rule", () => {
  const lines = [
    line("1.txt", { agency: "青原县", year: 2024, cells: [["requests.new.total", 9, "printed"]], findings: [["A", "error"]] }),
    line("2.txt", { agency: "砚溪县", year: 2024, cells: [["requests.new.total", null, "missing"]], verdict: "incomplete" }),
    line("10.txt", { agency: "青原县", year: 2023, cells: [["requests.new.total", 100, "printed"]], findings: [["B", "error"], ["A", "info"]] }),
  ];
  const order = (column: Parameters<typeof sorted>[1], descending: boolean): string[] =>
    sorted(lines, column, descending).map(({ path }) => path);
  assert.deepEqual(order("new", false), ["1.txt", "10.txt", "2.txt"]);
  assert.deepEqual(order("new", true), ["10.txt", "1.txt", "2.txt"]);
  assert.deepEqual(order("path", false), ["1.txt", "2.txt", "10.txt"]);
  assert.deepEqual(order("agency", false), ["10.txt", "1.txt", "2.txt"]);
  assert.deepEqual(order("year", true), ["1.txt", "2.txt", "10.txt"]);
  const all: Choice = { query: "", verdict: undefined, rule: "", sort: "path", descending: false };
  const chosen = (choice: Partial<Choice>): string[] => choose(lines, { ...all, ...choice }).map(({ path }) => path);
  assert.deepEqual(chosen({ query: " 青原 " }), ["1.txt", "10.txt"]);
  assert.deepEqual(chosen({ query: "１０.TXT" }), ["10.txt"]);
  assert.deepEqual(chosen({ verdict: "incomplete" }), ["2.txt"]);
  assert.deepEqual(chosen({ rule: "B" }), ["10.txt"]);
  assert.deepEqual(rulesOf(lines), [
    ["A", { severity: "error", count: 2 }],
    ["B", { severity: "error", count: 1 }],
  ]);
});

interface FakeEntry {
  name: string;
  isFile: boolean;
  file(resolve: (file: File) => void, reject: (error: Error) => void): void;
  createReader(): { readEntries(resolve: (entries: FakeEntry[]) => void, reject: (error: Error) => void): void };
}

/** A file, or a folder with what it holds; null for one that must not be read. */
function entryOf(name: string, content?: FakeEntry[] | null): FakeEntry {
  let at = 0;
  return {
    name,
    isFile: content === undefined,
    file: (resolve) => resolve({ name } as File),
    createReader: () => ({
      readEntries: (resolve, reject) => (content ? resolve(content.slice(at, (at += 100))) : reject(new Error())),
    }),
  };
}

interface FakeHandle {
  kind: string;
  name: string;
  getFile(): Promise<File>;
  values(): AsyncGenerator<FakeHandle>;
}

function handleOf(name: string, content?: FakeHandle[]): FakeHandle {
  return {
    kind: content === undefined ? "file" : "directory",
    name,
    getFile: () => Promise.resolve({ name } as File),
    async *values() {
      yield* content ?? [];
    },
  };
}

const itemOf = (entry: FakeEntry | null, handle?: Promise<FakeHandle>): object => ({
  webkitGetAsEntry: () => entry,
  getAsFile: () => (entry === null ? null : ({ name: entry.name } as File)),
  ...(handle === undefined ? {} : { getAsFileSystemHandle: () => handle }),
});

const found = async (...items: object[]): Promise<string[]> =>
  (await filesOf({ items } as unknown as DataTransfer)).map(pathOf);

test("all files of dropped folders are found, more than a hundred too, without those that are no one's reports", async () => {
  const many = numbers(250).map((at) => entryOf(`${at}.txt`));
  const deep = entryOf("乙", [entryOf("丙.docx"), entryOf("~$丙.docx")]);
  const folder = entryOf("年报", [entryOf("甲", [...many, deep]), entryOf(".git", [entryOf("a.txt")])]);
  const paths = await found(itemOf(folder), itemOf(entryOf("Thumbs.db")), itemOf(null), itemOf(entryOf("单份.txt")));
  assert.equal(paths.length, 252);
  assert.deepEqual(paths.slice(-3), ["年报/甲/249.txt", "年报/甲/乙/丙.docx", "单份.txt"]);
  assert.equal(new Set(paths).size, 252);
  assert.deepEqual(["a/.DS_Store", "~$a.doc", "x/__MACOSX/a.txt", "thumbs.db"].filter(isOwn), []);
  assert.equal(isOwn("年报/a.~b.txt"), true);
});

test("a folder is read by its handle where the browser has that, and one that cannot be read is told by its name", async () => {
  const handle = handleOf("年报", [handleOf("乙", [handleOf("a.txt")]), handleOf(".b.txt"), handleOf("c.txt")]);
  assert.deepEqual(await found(itemOf(entryOf("年报", null), Promise.resolve(handle))), ["年报/乙/a.txt", "年报/c.txt"]);
  const refused = Promise.reject(new Error());
  assert.deepEqual(await found(itemOf(entryOf("年报", [entryOf("a.txt")]), refused)), ["年报/a.txt"]);
  await assert.rejects(found(itemOf(entryOf("a.txt")), itemOf(entryOf("年报", null))), /「年报」.*打开文件夹/);
});

test("CSV: quoted where it must be, never a formula, numbers as numbers, known as UTF-8", async () => {
  const rows = [["a,b", 'say "so"', "two\nlines", "=1+1", "+1", "-1", "@x", "\tx"], ["", null, 0, -3, 103.5, "单位"]];
  const text = csvOf(rows);
  assert.equal(text, `"a,b","say ""so""","two\nlines",'=1+1,'+1,'-1,'@x,'\tx\r\n,,0,-3,103.5,单位\r\n`);
  const bytes = new Uint8Array(await csvFile([text]).arrayBuffer());
  assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
});

/** The files of an archive, by its directory. */
function unzipped(bytes: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  const end = bytes.length - 22;
  assert.equal(bytes.readUInt32LE(end), 0x06054b50);
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    assert.equal(bytes.readUInt32LE(at), 0x02014b50);
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const named = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    assert.equal(bytes.readUInt32LE(local), 0x04034b50);
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(begin, begin + size);
    const whole = method === 8 ? inflateRawSync(content) : content;
    assert.equal(whole.length, bytes.readUInt32LE(at + 24));
    files.set(bytes.toString("utf8", at + 46, at + 46 + named), whole.toString("utf8"));
    at += 46 + named;
  }
  assert.equal(at, end);
  return files;
}

test("a workbook: two sheets with heads, strings once, numbers as numbers, nothing that XML cannot hold", async () => {
  const book = new Workbook();
  const parts = [book.part([["<甲> & 乙", 1, null], ["=1+1", -2.5, "\x00\x1f丙"]]), book.part([["=1+1", 3, ""]])];
  const blob = await book.file([
    { name: "清单", widths: [10, 20, 30], head: ["单位", "数", "说明"], parts },
    { name: "各格", widths: [10], head: ["格"], parts: [] },
  ]);
  const files = unzipped(Buffer.from(await blob.arrayBuffer()));
  assert.deepEqual([...files.keys()], [
    "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml",
    "xl/worksheets/sheet2.xml", "xl/sharedStrings.xml", "xl/styles.xml",
  ]);
  const strings = [...(files.get("xl/sharedStrings.xml") ?? "").matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(([, text]) => text);
  assert.deepEqual(strings, ["&lt;甲> &amp; 乙", "=1+1", "丙", "", "单位", "数", "说明", "格"]);
  const sheet = files.get("xl/worksheets/sheet1.xml") ?? "";
  assert.match(sheet, /state="frozen"/);
  assert.match(sheet, /<row><c s="1" t="s"><v>4<\/v><\/c>/);
  assert.match(sheet, /<row><c t="s"><v>0<\/v><\/c><c><v>1<\/v><\/c><c\/><\/row>/);
  assert.match(sheet, /<c><v>-2.5<\/v><\/c>/);
  assert.match(sheet, /<autoFilter ref="A1:C4"\/>/);
  assert.match(files.get("xl/workbook.xml") ?? "", /name="清单".*name="各格"/);
});

test("rows that a sheet cannot hold go on in a further one", async () => {
  const book = new Workbook();
  const part = { bytes: new Uint8Array(), rows: 600_000 };
  const files = unzipped(Buffer.from(await (await book.file([{ name: "各格", widths: [9], head: ["格"], parts: [part, part] }])).arrayBuffer()));
  assert.match(files.get("xl/workbook.xml") ?? "", /name="各格" .*name="各格 2"/);
  assert.match(files.get("xl/worksheets/sheet2.xml") ?? "", /A1:A600001/);
});
