import { type CompiledSystem, flag, type Observer, type StepEvent } from '@cfc/core';
import type { RowSink } from '../table/row.js';
import { aFunction, checkOptions } from './check-options.js';
import { fillEtaStats } from './eta-stats.js';
import { fillStep, stepColumns } from './step-columns.js';
import { rowShape } from './row-shape.js';

/** How a relaxation goes, one row a step. */
export interface RelaxationOptions {
  /** Also a column `eta:<id>` for each module; false by default. */
  readonly perEta?: boolean;
  /** The clock, in milliseconds; `performance.now` by default. */
  readonly now?: () => number;
}

const checks = { perEta: flag(false, 'a column for each module').check, now: aFunction };

const own = ['eta_min', 'eta_max', 'eta_mean', 'redemption_gain', 'elapsed_ms'] as const;

/**
 * Energy, ΔF and bounds of the order parameters after every step.
 *
 * `redemption_gain` is what the accepted steps have taken off the energy so far, Σ max(0, -change), and `elapsed_ms` the time
 * since the tracker was made.
 *
 * @param sink hears of a row after each step
 * @throws `OPTION_UNKNOWN`, `OPTION_INVALID`
 *
 * @example
 * relax(system, eta0, { method, observers: [relaxationTracker(system, (row) => rows.push(row))] });
 */
export function relaxationTracker(system: CompiledSystem, sink: RowSink, options: RelaxationOptions = {}): Observer {
  checkOptions(options, checks, 'relaxationTracker');
  const { perEta = false, now = () => performance.now() } = options;
  const ids = perEta ? system.ids.map((id) => `eta:${id}`) : [];
  const shape = rowShape([...stepColumns, ...own, ...ids]);
  const begun = now();
  let gain = 0;
  const observer = (event: StepEvent): void => {
    const draft = shape.draft();
    fillStep(draft, event);
    fillEtaStats(draft, event.eta);
    gain += Math.max(0, -event.change);
    draft['redemption_gain'] = gain;
    draft['elapsed_ms'] = now() - begun;
    for (let i = 0; i < ids.length; i++) draft[ids[i]!] = event.eta[i]!;
    sink(draft);
  };
  return Object.assign(observer, { borrows: true });
}
