/** What the doctor says of one thing. */
export interface Finding {
  /** ok: as it should be. note: nothing fails, but somebody may miss it. problem: something fails, or will. */
  readonly level: 'ok' | 'note' | 'problem';
  readonly topic: 'node' | 'core' | 'plugin' | 'package' | 'engine';
  readonly what: string;
  /** What to do; null where there is nothing to do. */
  readonly fix: string | null;
}

/** What `cfc doctor --json` prints. */
export interface DoctorDocument {
  /** Whether there is no problem. */
  readonly ok: boolean;
  readonly problems: number;
  readonly notes: number;
  readonly findings: readonly Finding[];
}
