// What a clerk does, as one function that runs inside the page, so that every browser is asked the same with
// whatever drives it. It must read in Chromium 80.

async function flowInPage({ text }) {
  const until = async (what, ready) => {
    for (let tries = 0; tries < 500; tries++) {
      const value = ready();
      if (value) return value;
      await new Promise((done) => setTimeout(done, 20));
    }
    throw new Error(`waited in vain for ${what}`);
  };
  await until("ready", () => document.documentElement.dataset.ready === "true");
  const box = document.querySelector("textarea");
  const startedEmpty = box.value === "" && document.querySelector("[data-verdict]") === null;
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  const verdict = await until("a verdict", () => document.querySelector("[data-verdict]"));
  const slice = () => box.value.slice(box.selectionStart, box.selectionEnd);
  const cells = Array.from(document.querySelectorAll("[data-cell]"));
  const item = document.querySelector('[data-rule="T3.ROW"]');
  item.querySelector(".finding").click();
  const selectedByFinding = slice();
  const chosenByFinding = document.querySelectorAll("[data-cell][aria-current]").length;
  document.querySelector('[data-cell="requests.new.company"]').click();
  const selectedByCell = slice();
  return {
    secure: window.isSecureContext,
    startedEmpty,
    verdict: verdict.dataset.verdict,
    words: verdict.textContent,
    tables: Array.from(document.querySelectorAll("#report table")).map(
      (table) => document.getElementById(table.getAttribute("aria-labelledby")).textContent,
    ),
    cells: cells.length,
    printed: cells.filter((cell) => cell.dataset.state === "printed").length,
    granted: document.querySelector('[data-cell="requests.granted.natural"]').textContent,
    finding: item.dataset.severity,
    selectedByFinding,
    chosenByFinding,
    selectedByCell,
    running: getComputedStyle(document.querySelector("gouji-running")).display,
  };
}

export const flowScript = (text) => `(${flowInPage})(${JSON.stringify({ text })})`;

/** What is done beside that: a proposal adopted and undone, a cell typed in, the filters, the report of the year
 *  before. */
async function trialInPage({ text }) {
  const until = async (what, ready) => {
    for (let tries = 0; tries < 500; tries++) {
      if (ready()) return;
      await new Promise((done) => setTimeout(done, 20));
    }
    throw new Error(`waited in vain for ${what}`);
  };
  const put = (id, value) => {
    const box = document.getElementById(id);
    box.value = value;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const cell = () => document.querySelector('[data-cell="requests.granted.natural"]');
  const verdict = (wanted) => () => document.querySelector("[data-verdict]").dataset.verdict === wanted;
  const press = (key, options) =>
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...options }));
  const look = () => ({
    cell: cell().textContent,
    edited: cell().classList.contains("edited"),
    failing: document.querySelectorAll('.residual[data-tone="fail"]').length,
    proposals: document.querySelectorAll("[data-alternative]").length > 0,
    errors: document.querySelectorAll('#finding-list [data-severity="error"]').length,
    bar: !document.getElementById("edits").hidden,
  });
  await until("ready", () => document.documentElement.dataset.ready === "true");
  put("text", text);
  await until("a proposal", () => document.querySelector("[data-alternative]"));
  const before = look();
  document.querySelector("[data-alternative]").click();
  await until("what holds with it", verdict("consistent"));
  const during = look();
  document.querySelector("[data-edit=undo]").click();
  await until("what holds without", verdict("inconsistent"));
  const after = look();
  cell().focus();
  press("1");
  const box = cell().querySelector("input");
  const typing = document.activeElement === box;
  box.value = "12";
  box.dispatchEvent(new Event("input", { bubbles: true }));
  await until("what holds as typed", verdict("consistent"));
  press("Enter");
  await until("the cell without its box", () => cell().querySelector("input") === null);
  const typed = look();
  const below = document.activeElement.dataset.cell;
  press("z", { ctrlKey: true });
  await until("what holds undone", verdict("inconsistent"));
  const filter = document.querySelector('[data-filter="error"]');
  filter.click();
  const errors = document.querySelectorAll('#finding-list [data-severity="error"]').length;
  filter.click();
  document.querySelector("#beside summary").click();
  put("previous", text.replace("2024年政府", "2023年政府"));
  // Not every driver can listen to what the page asks.
  await until("the question", () => window.asked === undefined || window.asked.some(({ question }) => question && question.previous));
  const { open } = document.querySelector("#beside");
  const kept = document.getElementById("text").value === text;
  return { before, during, after, typing, typed, below, errors, open, text: kept };
}

export const trialScript = (text) => `(${trialInPage})(${JSON.stringify({ text })})`;

export function assertTrial(assert, { before, during, after, typing, typed, below, errors, open, text }) {
  const corrected = { cell: "12已改，原文「21」", edited: true, failing: 0, proposals: false, errors: 0, bar: true };
  assert.deepEqual(before, { cell: "21", edited: false, failing: 2, proposals: true, errors: 2, bar: false });
  assert.deepEqual(during, corrected);
  assert.deepEqual(after, { ...before, bar: true });
  assert.equal(typing, true, "the box has the focus");
  assert.deepEqual(typed, corrected);
  assert.equal(below, "requests.partial.natural");
  assert.equal(errors, 0);
  assert.equal(open, true);
  assert.equal(text, true, "the text is never changed");
}

/** Copies the tables, as the user does; gives what the page says of it. */
export const copyScript = `(() => {
  document.querySelector('[data-output="copy"]').click();
  return document.getElementById("notice").textContent;
})()`;

export const copied = /^已复制 3 张表/;

/** What the example with one wrong cell must give. */
export function assertFlow(assert, result) {
  assert.equal(result.startedEmpty, true);
  assert.equal(result.verdict, "inconsistent");
  assert.match(result.words, /2 条勾稽关系不成立/);
  assert.deepEqual(result.tables, [
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
  ]);
  assert.equal(result.cells, 200);
  assert.equal(result.printed, 200);
  assert.equal(result.granted, "21");
  assert.equal(result.finding, "error");
  assert.equal(result.selectedByFinding, "21");
  assert.equal(result.chosenByFinding, 7);
  assert.equal(result.selectedByCell, "3");
  assert.equal(result.running, "none");
}
