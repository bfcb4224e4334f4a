// What the smallest changes that the core proposes mean for single cells.

import type { Repair } from "./answer.ts";

/** What is proposed for one cell. */
export interface Proposal {
  readonly repair: number;
  readonly from: number | null;
  readonly to: number;
  /** How many cells change with it, itself included. */
  readonly together: number;
}

/** By cell: of each repair the first alternative. */
export function proposalsOf(repairs: readonly Repair[]): Map<string, Proposal> {
  const proposals = new Map<string, Proposal>();
  repairs.forEach(({ alternatives }, repair) => {
    const changes = alternatives[0]?.changes ?? [];
    for (const { cell, from, to } of changes) proposals.set(cell, { repair, from, to, together: changes.length });
  });
  return proposals;
}
