import { CfcError, type Given, fill, integer, uniforms } from '@cfc/core';
import { shuffledOrder } from '../baselines/order.js';
import { toricBases } from '../geometry/bases/enumerate.js';
import { seedOf } from '../potential/random.js';
import { type CurveExample, curveTask } from './curve-task.js';
import { nearMiss } from './near-miss.js';
import type { Task } from './task.js';

const fields = {
  maxRays: integer(18, 'most rays of a base', { min: 8, max: 194 }),
  count: integer(4000, 'examples, half of them bases', { min: 20 }),
  seed: integer(0, 'seed of the draws', { min: 0 }),
};

/**
 * Which smooth toric surfaces are bases of F-theory? Made from nothing: bases of the enumeration, and to each a surface near to it that is none
 * (`nearMiss`), with as many curves. The group of both is the base, so that a split by group parts no pair.
 *
 * @param options `maxRays` 8..194 (18), `count` (4000; fewer where there are fewer bases), `seed` (0)
 * @param bases to draw from, in place of an enumeration
 * @throws `INPUT_INVALID` where no base has a near miss, `OPTION_INVALID`
 */
export function validityTask(options: Given<typeof fields> = {}, bases?: Iterable<readonly number[]>): Task {
  const { maxRays, count, seed } = fill(fields, options, 'validityTask');
  const all = [...(bases ?? toricBases({ maxRays }))];
  const examples: CurveExample[] = [];
  for (const i of shuffledOrder(all.length, seed)) {
    if (examples.length + 2 > count) break;
    const base = all[i]!;
    const group = base.join(',');
    const near = nearMiss(base, uniforms(seedOf(seed, 'near miss', group), 0));
    if (near === null) continue;
    const shared = { dataset: 'toric', complexity: base.length, group };
    examples.push({ ...shared, id: `base ${group}`, label: 1, curves: base });
    examples.push({ ...shared, id: `near ${group}`, label: 0, curves: near });
  }
  if (examples.length > 0) return curveTask('validity', ['none', 'base'], examples);
  throw new CfcError('INPUT_INVALID', 'no base has a surface near to it that is none', 'validityTask.bases');
}
