// The tables of an answer: whether they are there, and how their forms lay them out.

import type { Answer, Forms, Table, TableLayout } from "./answer.ts";

/** Of a table that is not there no cell is shown. */
export const isThere = ({ status }: Table): boolean => status === "complete" || status === "partial";

/** Reports mix forms: each table has its own. */
export function layoutOf({ forms }: Forms, answer: Answer, { id, form }: Table): TableLayout | undefined {
  const own = forms.find((known) => known.id === (form ?? answer.form)) ?? forms[0];
  return own?.tables.find((table) => table.id === id);
}
