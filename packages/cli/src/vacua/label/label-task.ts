import { type Label, labeller, type LabelGiven, type Stability } from '@cfc/vacua';
import type { GeometryId } from './geometry.js';

/** Some geometries of a data set, to be labelled under the same options. */
export interface LabelBatch {
  readonly dataset: string;
  readonly samples: number;
  readonly options: LabelGiven;
  readonly geometries: readonly GeometryId[];
}

/** How many labels there are of a class. */
export type ClassCounts = Readonly<Partial<Record<Stability, number>>>;

/** Labels as JSON lines, and how many there are of each class. */
export interface LabelledBatch {
  readonly text: string;
  readonly counts: ClassCounts;
}

/** Labels a batch. */
export function labelTask({ dataset, samples, options, geometries }: LabelBatch): LabelledBatch {
  const label = labeller(options);
  const labels = geometries.map(([id, moduli, numbers]): Label => label(dataset, id, samples, { moduli, ...numbers }));
  return { text: labels.map((one) => `${JSON.stringify(one)}\n`).join(''), counts: countsOf(labels) };
}

function countsOf(labels: readonly Label[]): ClassCounts {
  const counts: Partial<Record<Stability, number>> = {};
  for (const { stability } of labels) counts[stability] = (counts[stability] ?? 0) + 1;
  return counts;
}
