import { normal, uniform } from '@cfc/core';
import type { Matrix, Window } from '@cfc/modules-attention';

/** What makes up a sequence. */
export const RECALL = {
  /** Places of a sequence; those of the first half are early. */
  places: 20,
  /** Symbols of a sequence, drawn anew for each. */
  symbols: 4,
  /** Entries of a symbol's cue, standard normal. */
  cue: 5,
  /** Standard deviation of what is added to each entry of a cue. */
  cueNoise: 0.6,
  /** Standard deviations of what is added to the sign that is read. */
  early: 2,
  late: 0.5,
} as const;

/** Columns of the features: the cue, early or late, and a constant. */
export const FEATURES = RECALL.cue + 2;

/** Whether later readings are better than early ones, or just as noisy. */
export type Later = 'clean' | 'noisy';

/** Noisy sightings of a few symbols, each of which has a sign that all its sightings share. */
export interface Sequence {
  /** For each place the noisy cue of its symbol, -1 for early or 1 for late, and 1. */
  readonly features: Matrix;
  /** The noisy sign that is read at each place: one column. */
  readonly readings: Matrix;
  /** The true signs, 1 or -1: what is to be decided at each place. */
  readonly signs: Float64Array;
  readonly symbols: Int32Array;
  /** 1 / σ² of each reading. */
  readonly precisions: Float64Array;
}

/** True for the places of the second half. */
export const isLate = (place: number): boolean => 2 * place >= RECALL.places;

/** Draws one sequence. Every sequence has other symbols: only its own context tells what a cue stands for. */
export function sequence(seed: number, number: number, later: Later): Sequence {
  const { places, cue, cueNoise } = RECALL;
  const draw = (part: number): number => 8 * number + part;
  const cues = Float64Array.from({ length: RECALL.symbols * cue }, (_, at) => normal(seed, draw(0), at));
  const meanings = Array.from({ length: RECALL.symbols }, (_, at) => (uniform(seed, draw(1), at) < 0.5 ? -1 : 1));
  const symbols = Int32Array.from({ length: places }, (_, i) => Math.floor(RECALL.symbols * uniform(seed, draw(2), i)));
  const signs = Float64Array.from(symbols, (symbol) => meanings[symbol]!);
  const noises = Float64Array.from(signs, (_, i) => (isLate(i) && later === 'clean' ? RECALL.late : RECALL.early));
  const readings = signs.map((sign, i) => sign + noises[i]! * normal(seed, draw(3), i));
  const features = new Float64Array(places * FEATURES);
  for (let i = 0; i < places; i++) {
    for (let c = 0; c < cue; c++) {
      features[i * FEATURES + c] = cues[symbols[i]! * cue + c]! + cueNoise * normal(seed, draw(4), i * cue + c);
    }
    features.set([isLate(i) ? 1 : -1, 1], i * FEATURES + cue);
  }
  return {
    features: { rows: places, columns: FEATURES, data: features },
    readings: { rows: places, columns: 1, data: readings },
    signs,
    symbols,
    precisions: noises.map((noise) => 1 / noise ** 2),
  };
}

/**
 * Half the log odds of each sign for one who knows which places share a symbol: Σ y / σ² over those in sight. No decoder
 * can decide better on average.
 *
 * @param window null for the own reading alone
 */
export function oracle({ readings, symbols, precisions }: Sequence, window: Window | null): Float64Array {
  const { before = Infinity, after = Infinity } = window ?? { before: 0, after: 0 };
  return readings.data.map((_, i) =>
    readings.data.reduce((odds, y, j) => {
      const seen = symbols[j] === symbols[i] && j >= i - before && j <= i + after;
      return seen ? odds + y * precisions[j]! : odds;
    }, 0),
  );
}
