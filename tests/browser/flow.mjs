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
