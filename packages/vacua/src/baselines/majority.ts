import { checkLabels } from './rows.js';

/** A fitted majority rule. Plain data. */
export interface MajorityModel {
  readonly kind: 'majority';
  /** Share of each class among what it was fitted on: what it predicts for everything. */
  readonly shares: readonly number[];
}

/** The row that every comparison begins with: the class shares of the training side, whatever the features. Throws `INPUT_INVALID`. */
export function fitMajority(labels: readonly number[], classes: number): MajorityModel {
  checkLabels(labels, labels.length, classes, 'fitMajority.labels');
  const counts = new Array<number>(classes).fill(0);
  for (const label of labels) counts[label]!++;
  return { kind: 'majority', shares: counts.map((count) => count / labels.length) };
}

/** The same shares for each of `count` examples. */
export const predictMajority = ({ shares }: MajorityModel, count: number): number[][] =>
  Array.from({ length: count }, () => [...shares]);
