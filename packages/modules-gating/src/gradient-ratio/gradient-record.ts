import type { LayerGradient } from './summary.js';

/** What was recorded of a seed and its host at one step of their training. */
export interface GradientRecord {
  /** Which training run; a record without one is a run of its own. */
  readonly run?: string;
  /** Number of the step in its run. */
  readonly step: number;
  readonly blueprint: string;
  readonly seed: readonly LayerGradient[];
  readonly host: readonly LayerGradient[];
  /** How useful the seed of the run proved to be, the larger the better: for example the fall of the loss once it was grafted. */
  readonly gain?: number;
}

/** Records as JSON lines, one for each record. Numbers that are not finite become the texts "NaN", "Infinity" and "-Infinity". */
export const writeRecords = (records: Iterable<GradientRecord>): string =>
  Array.from(records, (record) => `${JSON.stringify(record, (_key, value: unknown) => written(value))}\n`).join('');

const written = (value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
