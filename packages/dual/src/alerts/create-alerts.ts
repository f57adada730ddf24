import type { Alert, AlertOptions, AlertWatch, CreateAlerts, Plain } from '../contract.js';
import { fill, integer, number } from '@cfc/core';
import { percent } from '../text/told.js';
import { isAtCap } from '../trace/rows.js';
import { type Watched, watched } from './watched.js';

/** Options of alerts: defaults, ranges, meanings. */
export const alertFields = {
  window: integer(100, 'steps over which satisfaction is judged', { min: 1, max: 1_000_000 }),
  satisfaction: number(0.8, 'least share of the window in which a constraint is to be satisfied', { min: 0, max: 1 }),
  capped: integer(10, 'steps in a row at its cap after which λ is told of', { min: 1 }),
};

/**
 * Watches every constraint: λ at its cap for `capped` steps in a row, or satisfied in less than `satisfaction` of the last `window`
 * steps. Either is told once when it begins, and again only after it was over in between.
 *
 * A step without a violation counts in neither way.
 *
 * @throws `OPTION_UNKNOWN`, `OPTION_INVALID`
 */
export const createAlerts: CreateAlerts = (options: AlertOptions, names, state = null): AlertWatch => {
  const limits = fill(alertFields, options, 'alerts');
  const before = (state ?? {}) as Readonly<Record<string, Plain>>;
  const watches = names.map((name): readonly [string, Watched] => [name, watched(limits, before[name])]);
  return {
    push({ step, constraints }) {
      let alerts: Alert[] | null = null;
      for (const [constraint, watch] of watches) {
        const { multiplier, cap, satisfied } = constraints[constraint]!;
        if (watch.capped(isAtCap(multiplier, cap))) {
          const message = `λ of ${constraint} has been at its cap ${cap} for ${limits.capped} steps, up to step ${step}`;
          (alerts ??= []).push({ constraint, kind: 'capped', message });
        }
        const share = satisfied === null ? null : watch.unsatisfied(satisfied);
        if (share !== null) {
          const message = `${constraint} was satisfied in ${percent(share)} of the last ${limits.window} steps, up to step ${step}: less than ${percent(limits.satisfaction)}`;
          (alerts ??= []).push({ constraint, kind: 'unsatisfied', message });
        }
      }
      return alerts ?? none;
    },
    state: () => Object.fromEntries(watches.map(([name, watch]) => [name, watch.state()])),
  };
};

const none: readonly Alert[] = Object.freeze([]);
