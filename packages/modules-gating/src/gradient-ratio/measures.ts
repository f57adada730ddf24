import { agreement, explained, explainedBeyondGain, passGap } from './bias.js';
import type { Trial } from './replay.js';

/** What gates are compared by. All but `agreement` are biases: the smaller the fairer. */
export type MeasureName = 'passGap' | 'explained' | 'usefulGap' | 'explainedBeyondGain' | 'agreement';

export interface MeasureRule {
  readonly name: MeasureName;
  readonly range: readonly [number, number];
  /** Whether it can be taken only of runs with a gain. */
  readonly needsGain: boolean;
  /** What chance deals out anew among the runs. */
  readonly dealt: 'blueprint' | 'gain';
  /** `useful`: the gain from which on a seed counts as useful. */
  readonly of: (trials: readonly Trial[], useful: number) => number;
}

const share = { range: [0, 1], dealt: 'blueprint' } as const;

export const measures: readonly MeasureRule[] = [
  { name: 'passGap', ...share, needsGain: false, of: passGap },
  { name: 'explained', ...share, needsGain: false, of: explained },
  { name: 'usefulGap', ...share, needsGain: true, of: (trials, useful) => passGap(usefulOf(trials, useful)) },
  { name: 'explainedBeyondGain', ...share, needsGain: true, of: explainedBeyondGain },
  { name: 'agreement', range: [-1, 1], dealt: 'gain', needsGain: true, of: agreement },
];

/** The trials of useful seeds. */
export const usefulOf = (trials: readonly Trial[], useful: number): readonly Trial[] =>
  trials.filter(({ gain }) => gain !== null && gain >= useful);
