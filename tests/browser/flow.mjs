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
  item.querySelector("button").click();
  const selectedByFinding = slice();
  const chosenByFinding = document.querySelectorAll("[data-cell][aria-current]").length;
  document.querySelector('[data-cell="requests.new.company"]').click();
  const selectedByCell = slice();
  return {
    secure: window.isSecureContext,
    startedEmpty,
    verdict: verdict.dataset.verdict,
    words: verdict.textContent,
    tables: Array.from(document.querySelectorAll("table")).map(
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

/** What is new beside that: a proposal tried and taken back, the filters, the report of the year before. */
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
  const look = () => ({
    cell: document.querySelector('[data-cell="requests.granted.natural"]').textContent,
    failing: document.querySelectorAll('.residual[data-tone="fail"]').length,
    settled: document.querySelectorAll("#finding-list .settled").length,
    button: document.querySelector("[data-alternative]").textContent,
  });
  await until("ready", () => document.documentElement.dataset.ready === "true");
  put("text", text);
  await until("a proposal", () => document.querySelector("[data-alternative]"));
  const before = look();
  document.querySelector("[data-alternative]").click();
  const during = look();
  document.querySelector("td .try").click();
  const after = look();
  const filter = document.querySelector('[data-filter="error"]');
  filter.click();
  const errors = document.querySelectorAll('#finding-list [data-severity="error"]').length;
  filter.click();
  document.querySelector("#beside summary").click();
  put("previous", text.replace("2024年政府", "2023年政府"));
  await until("the question", () => window.asked.some(({ previous }) => previous));
  const { open } = document.querySelector("#beside");
  return { before, during, after, errors, open, text: document.getElementById("text").value === text };
}

export const trialScript = (text) => `(${trialInPage})(${JSON.stringify({ text })})`;

export function assertTrial(assert, { before, during, after, errors, open, text }) {
  assert.deepEqual(before, { cell: "21", failing: 2, settled: 0, button: "试用" });
  assert.deepEqual(during, { cell: "2112试用，原文 21", failing: 0, settled: 2, button: "撤销" });
  assert.deepEqual(after, before);
  assert.equal(errors, 0);
  assert.equal(open, true);
  assert.equal(text, true, "the text is never changed");
}

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
