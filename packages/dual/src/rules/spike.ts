import type { Plain, Rule } from '../contract.js';
import type { Sense } from '../engine/sense.js';
import { median } from '../normalizers/quantiles.js';
import type { SpikeSettings } from './options.js';

interface SpikeState {
  readonly history: readonly number[];
  readonly streak: number;
  readonly frozenUntil: number;
}

/**
 * Freeze on spike: a value beyond median + κ · max(1.4826 MAD, floor) of the accepted raw values is not stored anywhere, and λ rests
 * until `hold` steps after it.
 *
 * After `maxStreak` spikes in a row the next one is taken for a new regime: the history starts anew with it. A value that has to be at
 * least its target spikes downwards, an equality both ways.
 *
 * @returns two rules: one that keeps spikes out, and one, after the normalizer, that holds λ
 */
export function spike(options: SpikeSettings, sense: Sense, state?: Plain): readonly [Rule, Rule] {
  const { window, minHistory, kappa, floor, hold, maxStreak } = options;
  let { history, streak, frozenUntil } = (state ?? { history: [], streak: 0, frozenUntil: 0 }) as unknown as SpikeState;
  const far = (value: number): boolean => {
    if (history.length < minHistory) return false;
    const middle = middleOf(history);
    const scale = 1.4826 * middleOf(history.map((x) => Math.abs(x - middle)));
    const above = sense === 'atMost' ? value - middle : sense === 'atLeast' ? middle - value : Math.abs(value - middle);
    return above > kappa * Math.max(scale, floor);
  };
  const admit: Rule = {
    name: 'spike',
    apply({ value, step }) {
      if (far(value)) {
        if (streak < maxStreak) {
          streak++;
          frozenUntil = step + hold;
          return 'spike';
        }
        history = [];
      }
      streak = 0;
      history = [...history.slice(Math.max(0, history.length + 1 - window)), value];
      return null;
    },
    state: () => ({ history, streak, frozenUntil }),
  };
  return [admit, { name: 'freeze', apply: ({ step }) => (step < frozenUntil ? 'frozen' : null) }];
}

function middleOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return median(sorted, sorted.length);
}
