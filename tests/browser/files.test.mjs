// Files, chosen and dropped, in the encodings that offices use.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, before, test } from "node:test";
import { example } from "./places.mjs";
import { launch, openPage, textBox } from "./session.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

function encode(text, encoding) {
  const { status, stdout } = spawnSync("iconv", ["-f", "UTF-8", "-t", encoding], { input: text, maxBuffer: 1 << 26 });
  assert.equal(status, 0);
  return stdout;
}

const file = (name, buffer, mimeType = "text/plain") => ({ name, mimeType, buffer: Buffer.from(buffer) });

async function withPage(use) {
  const session = await openPage(browser);
  try {
    await use(session.page, session);
  } finally {
    await session.close();
  }
}

const traditional = "政府信息公開工作年度報告，全年共收到政府信息公開申請四十三件，均已依法答覆，沒有行政複議。".repeat(20);

for (const [encoding, label] of [
  ["UTF-8", "UTF-8"],
  ["UTF-8 with a byte order mark", "UTF-8"],
  ["GB18030", "GB18030"],
  ["UTF-16LE with a byte order mark", "UTF-16LE"],
  ["UTF-16BE with a byte order mark", "UTF-16BE"],
]) {
  test(`a file in ${encoding}`, async () => {
    await withPage(async (page, session) => {
      const text = example("one-wrong-cell");
      const mark = encoding.includes("mark") ? "\ufeff" : "";
      await page.getByLabel("打开文件", { exact: true }).setInputFiles(file("年报.txt", encode(mark + text, label)));
      await page.waitForSelector('[data-verdict="inconsistent"]');
      assert.equal(await textBox(page).inputValue(), text);
      session.assertQuiet();
    });
  });
}

test("a file in Big5", async () => {
  await withPage(async (page) => {
    await page.getByLabel("打开文件", { exact: true }).setInputFiles(file("年報.txt", encode(traditional, "BIG5")));
    await page.waitForSelector("[data-verdict]");
    assert.equal(await textBox(page).inputValue(), traditional);
  });
});

test("several files are a list, from which each is opened, and which leads back", async () => {
  await withPage(async (page, session) => {
    await page.getByLabel("打开文件", { exact: true }).setInputFiles([
      file("砚溪县.txt", example("consistent")),
      file("栖梧县.txt", encode(example("one-wrong-cell"), "GB18030")),
    ]);
    await page.waitForSelector('html[data-view="batch"]');
    for (const [name, verdict] of [["砚溪县", "consistent"], ["栖梧县", "inconsistent"]]) {
      const row = page.locator("#batch tbody tr", { hasText: name });
      await row.getByRole("button", { name: new RegExp(name) }).first().click();
      await page.waitForSelector(`html[data-view="report"] [data-verdict="${verdict}"]`);
      assert.match(await textBox(page).inputValue(), new RegExp(`^${name}`));
      assert.match(await page.locator("#position-words").textContent(), /2/);
      await page.getByRole("button", { name: "返回清单", exact: true }).click();
      await page.waitForSelector('html[data-view="batch"]');
    }
    session.assertQuiet();
  });
});

test("one file takes the place of what is there, and of its edits", async () => {
  await withPage(async (page) => {
    const input = page.getByLabel("打开文件", { exact: true });
    await input.setInputFiles(file("栖梧县.txt", example("one-wrong-cell")));
    await page.waitForSelector('[data-verdict="inconsistent"]');
    await page.locator("#finding-list").getByRole("button", { name: "采用", exact: true }).first().click();
    await page.waitForSelector("td.edited");
    await input.setInputFiles(file("砚溪县.txt", example("consistent")));
    await page.waitForFunction(() => document.querySelector("textarea").value.startsWith("砚溪县"));
    await page.waitForFunction(() => document.querySelectorAll("td.edited").length === 0);
    assert.equal(await page.locator("#edits").isVisible(), false);
    assert.equal(await page.locator("[data-verdict]").getAttribute("data-verdict"), "consistent");
  });
});

test("a dropped file is checked at once, wherever it is dropped", async () => {
  await withPage(async (page) => {
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "年报.txt", { type: "text/plain" }));
      const target = document.querySelector("#results");
      target.dispatchEvent(new DragEvent("dragover", { dataTransfer: data, bubbles: true, cancelable: true }));
      target.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    }, example("consistent"));
    await page.waitForSelector('[data-verdict="consistent"]');
    assert.match(await textBox(page).inputValue(), /^砚溪县/);
  });
});

test("what is no text, or too large, gets a message and leaves the page as it was", async () => {
  await withPage(async (page, session) => {
    const input = page.getByLabel("打开文件", { exact: true });
    const notice = page.getByRole("alert");
    await input.setInputFiles(file("年报.docx", [0x50, 0x4b, 3, 4, 20, 0]));
    await notice.waitFor();
    assert.match(await notice.innerText(), /「年报\.docx」读不出来.*粘贴/);
    await input.setInputFiles(file("大.txt", Buffer.alloc(11 << 20, 0x31)));
    await page.waitForFunction(() => /11\.0 MB > 10 MB/.test(document.querySelector("[role=alert]").textContent));
    assert.equal(await textBox(page).inputValue(), "");
    await input.setInputFiles(file("好.txt", example("consistent")));
    await page.waitForSelector('[data-verdict="consistent"]');
    assert.equal(await notice.isVisible(), false);
    session.assertQuiet();
  });
});
