import type { DualConfig } from '../contract.js';
import { checkRows } from '../trace/check-rows.js';
import { constraintsIn, type TraceRow } from '../trace/rows.js';
import { conflict } from './conflict.js';
import type { Finding } from './finding.js';
import { neverSatisfied } from './never-satisfied.js';
import { oscillation } from './oscillation.js';
import { taskStarved } from './task-starved.js';
import { wireheading } from './wireheading.js';

/**
 * Names the patterns that a trace shows, each with its numbers and with what to change; empty for a healthy run.
 *
 * - `oscillation`: λ swings, by a tenth of its mean or more, three times or more, and does not settle
 * - `never-satisfied`: satisfied in at most 5% of the last half, the violation not falling; told by what holds it up
 * - `task-starved`: the task got worse while λ is at its cap to no avail, or a constraint has slack and λ > 0
 * - `wireheading`: λ and the ease metric move together in most windows, trends taken off
 * - `conflict`: two constraints under pressure, met together in at most 20%, their gradients or violations against each other
 *
 * @param rows rows of `traceRow`, in order
 * @param config of the run: the advice then says what to change in it
 * @throws `INPUT_INVALID` for what is no list of rows
 *
 * @example
 * for (const { what, todo } of doctor(rows, config)) console.log(what, todo[0]);
 */
export function doctor(rows: readonly TraceRow[], config?: DualConfig): readonly Finding[] {
  checkRows(rows, 'doctor');
  const names = constraintsIn(rows);
  const each = (
    find: (
      rows: readonly TraceRow[],
      name: string,
      options: DualConfig['constraints'][string] | undefined,
    ) => readonly Finding[],
  ) => names.flatMap((name) => find(rows, name, optionsOf(config, name)));
  return [...each(oscillation), ...each(neverSatisfied), ...taskStarved(rows), ...each(wireheading), ...conflict(rows)];
}

/** The options of a constraint with the rate of all where it has none of its own. */
function optionsOf(config: DualConfig | undefined, name: string) {
  const options = config?.constraints[name];
  return options === undefined || config?.rate === undefined ? options : { rate: config.rate, ...options };
}
