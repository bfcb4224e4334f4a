// A report as it is opened: its text, and what it is checked beside.

export interface Named {
  readonly name: string;
  readonly text: string;
}

export interface Report extends Named {
  /** The same agency's of the year before. */
  readonly previous: Named | undefined;
  /** Those of the units that it adds up. */
  readonly units: readonly Named[];
  /** Which of how many, in words. */
  readonly position: string;
  /** The rule of which a finding is to be shown first. */
  readonly rule: string | undefined;
}
