// What is said of files that cannot be opened: which one, what it is, and what to do instead.

import { inLanguage } from "../language.ts";

const paste = "全选、复制，粘贴到「报告文本」里。";
const original = "请改用文字版的原稿，或先做文字识别（OCR）。";
const zh = {
  about: (name: string, what: string): string => `「${name}」${what}`,
  /** The size, where it is known. */
  large: (size: string): string => `太大${size && `（${size}）`}，没有打开。请删去其中的图片，另存一份；或者打开它，${paste}`,
  empty: "是空文件。请看是否选错，或重新下载、另存一次。",
  broken: `读不出来，可能已经损坏、没有下载完整，或者不是文档。请重新下载、另存一次；或者在能打开它的程序里${paste}`,
  noText: `里面没有文字，可能是图片。${original}`,
  password: `设有打开密码。请在 Word 或 WPS 里打开它，去掉密码，另存一份；或者${paste}`,
  office: (kind: string): string => `是 ${kind} 格式，这里不能打开。请在 Word 或 WPS 里打开它，另存为 .docx 或 .xlsx；或者${paste}`,
  pages: (kind: string): string => `是 ${kind} 格式，这里不能打开。请在阅读器里打开它，${paste}扫描件里没有文字，${original}`,
  archive: "是压缩包。请先解压，再打开里面的文件。",
};

const copy = "select all, copy, and paste it here.";
const source = "use the original that has text, or recognise the text (OCR) first.";
const en: typeof zh = {
  about: (name, what) => `“${name}” ${what}`,
  large: (size) => `is too large${size && ` (${size})`}. Save a copy without its pictures; or open it, ${copy}`,
  empty: "is empty. See whether it is the right file, or download or save it again.",
  broken:
    "cannot be read: it may be damaged, not downloaded completely, or no document. " +
    `Download or save it again; or open it in its own program, ${copy}`,
  noText: `holds no text, perhaps pictures: ${source}`,
  password: `has a password. Open it in Word or WPS and save a copy without it; or ${copy}`,
  office: (kind) =>
    `is a ${kind} file, which cannot be opened here. Open it in Word or WPS and save it as .docx or .xlsx; or ${copy}`,
  pages: (kind) =>
    `is a ${kind} file, which cannot be opened here. Open it in a reader, ${copy} A scan holds no text: ${source}`,
  archive: "is an archive. Unpack it and open the files in it.",
};

export let words = zh;
inLanguage((language) => {
  words = language === "en" ? en : zh;
});
