// What the page is given in place of the core's own answers, as scripts that run before the page's.

/** Hands each answer to a function before the page sees it. It must stand alone, as it runs inside the page. */
export const changedBy = (change) => `{
  const change = ${change};
  const Real = window.Worker;
  window.Worker = class extends Real {
    set onmessage(take) {
      super.onmessage = (event) => {
        const { data } = event;
        if (data.kind !== "result" || !data.value.startsWith('{"schema"')) return take(event);
        const answer = JSON.parse(data.value);
        change(answer);
        take({ data: { ...data, value: JSON.stringify(answer) } });
      };
    }
  };
}`;

/** Keeps what is asked of the core in `window.asked`. */
export const listening = `{
  const Real = window.Worker;
  window.asked = [];
  window.Worker = class extends Real {
    postMessage(message, ...rest) {
      window.asked.push(message);
      super.postMessage(message, ...rest);
    }
  };
}`;

/** Counts in `window.unanswered` the checks that the page waits for. */
export const counting = `{
  const Real = window.Worker;
  window.unanswered = 0;
  window.Worker = class extends Real {
    postMessage(message, ...rest) {
      if (message.kind === "check") window.unanswered++;
      super.postMessage(message, ...rest);
    }
    set onmessage(take) {
      super.onmessage = (event) => {
        take(event);
        if (event.data.kind === "result" && event.data.value.startsWith('{"schema"')) window.unanswered--;
      };
    }
  };
}`;

/** The smallest repairs where they are plain to see: a row and a column of table 3 that fail by as much cross in
 *  the one cell to change; in a group of table 4 each of its cells will do. Whatever the core proposes stays. */
export const repaired = changedBy(function (answer) {
  if (answer.repairs.length > 0) return;
  const valueOf = (id) => answer.cells.find((cell) => cell.id === id).value;
  const failing = answer.equations.filter(({ status }) => status === "fail");
  const fewer = (cell, by) => ({ kind: "other", changes: [{ cell, from: valueOf(cell), to: valueOf(cell) - by }] });
  const allowed = ({ changes: [{ to }] }) => to >= 0;
  for (const row of failing.filter(({ rule }) => rule === "T3.ROW")) {
    const by = row.left - row.right;
    const column = failing.find(({ rule, left, right }) => rule === "T3.RESULTS" && left - right === by);
    const cell = row.cells.find((id) => column && column.cells.includes(id));
    if (!cell) continue;
    const alternatives = [{ ...fewer(cell, by), kind: "digits_swapped" }];
    answer.repairs.push({ equations: [column.id, row.id], alternatives, proved: true });
  }
  for (const group of failing.filter(({ rule }) => rule === "T4.SUM")) {
    const total = group.cells[group.cells.length - 1];
    const by = group.left - group.right;
    const alternatives = group.cells.map((cell) => fewer(cell, cell === total ? -by : by)).filter(allowed);
    answer.repairs.push({ equations: [group.id], alternatives, proved: false });
  }
});
