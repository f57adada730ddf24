import { CfcError } from '@cfc/core';
import { featureTable } from '../features/feature-table.js';
import { chernNames, chernStatistics, matrixNames, matrixStatistics } from '../features/matrix-statistics.js';
import type { CicyEntry } from '../geometry/cicy/entry.js';
import { hodgePair } from '../splits/group-split.js';
import type { Task } from './task.js';

/** Largest h21 of the classes low and mid. */
const [LOW, MID] = [23, 30];

/**
 * Is h21 of a complete intersection low (<= 23), mid (<= 30) or high? From statistics of the configuration matrix and of c2 alone: Hodge and Euler
 * numbers are not among the features. Entries without Hodge numbers, (0, 0), are left out; the group is the Hodge pair, the complexity how many
 * entries the matrix has.
 *
 * @throws `INPUT_INVALID` where nothing is left
 */
export function h21Task(entries: readonly CicyEntry[]): Task {
  const used = entries.filter(({ h11, h21 }) => h11 > 0 || h21 > 0);
  if (used.length === 0) throw new CfcError('INPUT_INVALID', 'no entry has Hodge numbers', 'h21Task.entries');
  const matrix = { from: 'matrix', names: matrixNames, of: matrixStatistics } as const;
  const chern = { from: 'chern', names: chernNames, of: chernStatistics } as const;
  return {
    name: 'h21',
    classes: ['low', 'mid', 'high'],
    examples: used.map(({ id, h11, h21, matrix: rows }) => ({
      id: String(id),
      label: h21 <= LOW ? 0 : h21 <= MID ? 1 : 2,
      dataset: 'cicy',
      complexity: rows.length * rows[0]!.length,
      group: hodgePair({ h11, h21 }),
    })),
    features: { statistics: () => featureTable(used, [matrix, chern], ['matrix', 'chern']) },
  };
}
