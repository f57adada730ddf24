import { type Given, fill, integer } from '@cfc/core';
import type { LabelGiven } from '../labels/options.js';
import { type Label, labeller } from '../labels/labeller.js';
import { regimes } from '../potential/regimes.js';
import { curveTask } from './curve-task.js';
import type { Task } from './task.js';

const fields = {
  moduli: integer(5, 'fields of the potential, the same for all', { min: 1, max: 64 }),
  samples: integer(1, 'draws of a label', { min: 1 }),
};

/**
 * The leakage control: which regime was the potential of a geometry drawn in? Nothing can be learnt, by construction: regimes are drawn by hashes of
 * ids. A model that beats the majority here has seen what it should not have. (The stability itself makes no control: with right derivatives
 * nearly every draw is stable, which leaves one class.)
 *
 * @param options `moduli` 1..64 (5), `samples` (1); `labels` go to `labeller`
 * @returns the task, whose classes are the regimes, and the labels
 * @throws `OPTION_INVALID`
 */
export function controlTask(
  bases: readonly (readonly number[])[],
  options: Given<typeof fields> = {},
  labels: LabelGiven = {},
): { readonly task: Task; readonly labels: readonly Label[] } {
  const { moduli, samples } = fill(fields, options, 'controlTask');
  const label = labeller(labels);
  const made = bases.map((base) => label('toric', base.join(','), samples, { moduli }));
  const examples = bases.map((curves, i) => ({
    id: made[i]!.id,
    label: regimes.indexOf(made[i]!.draws[0]!.regime),
    dataset: 'toric',
    complexity: curves.length,
    group: made[i]!.id,
    curves,
  }));
  return { task: curveTask('control', regimes, examples), labels: made };
}
