// The smallest changes that the core proposes, and which of them are being tried. What holds with a change is
// the core's word: nothing is added up here.

import type { Repair } from "./answer.ts";

/** By the repair's place in the answer, the place of the alternative that is being tried. */
export type Trials = ReadonlyMap<number, number>;

/** What is proposed for one cell. */
export interface Proposal {
  readonly repair: number;
  readonly alternative: number;
  readonly from: number | null;
  readonly to: number;
  readonly tried: boolean;
  /** How many cells change with it, itself included. */
  readonly together: number;
}

/** By cell: of each repair the alternative that is being tried, else the first. */
export function proposalsOf(repairs: readonly Repair[], trials: Trials): Map<string, Proposal> {
  const proposals = new Map<string, Proposal>();
  repairs.forEach(({ alternatives }, repair) => {
    const alternative = trials.get(repair) ?? 0;
    const changes = alternatives[alternative]?.changes ?? [];
    for (const { cell, from, to } of changes) {
      proposals.set(cell, { repair, alternative, from, to, tried: trials.has(repair), together: changes.length });
    }
  });
  return proposals;
}

/** The equations that hold with what is being tried. */
export function settledBy(repairs: readonly Repair[], trials: Trials): Set<string> {
  return new Set(repairs.flatMap(({ equations }, repair) => (trials.has(repair) ? equations : [])));
}
