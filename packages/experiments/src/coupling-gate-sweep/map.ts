import { groups } from '../groups.js';
import type { Interval } from '../interval.js';
import { overSeeds, total } from '../over-seeds.js';
import type { Found } from './cells.js';

/** What was seen at one place of the grid. */
export interface Place {
  readonly strength: number;
  readonly cost: number;
  /** Corrected less broken early elements, in percent of all. */
  readonly net: Interval;
  /** Revised early elements, in percent. */
  readonly revised: number;
  /** Means over seeds. */
  readonly deltaF: number;
  readonly hazardMean: number;
  readonly muHat: number;
}

/** All places of the grid. */
export const mapOf = (rows: readonly Found[]): readonly Place[] =>
  [...groups(rows, ({ strength, cost }) => `${strength} ${cost}`).values()].map((some) => {
    const share = (of: readonly Found[], column: (row: Found) => number): number =>
      (100 * total(of, column)) / total(of, ({ elements }) => elements);
    const mean = (column: 'deltaF' | 'hazardMean' | 'muHat'): number => total(some, (row) => row[column]) / some.length;
    return {
      strength: some[0]!.strength,
      cost: some[0]!.cost,
      net: overSeeds(some, (own) => share(own, ({ corrected, broken }) => corrected - broken)),
      revised: share(some, ({ corrected, broken }) => corrected + broken),
      deltaF: mean('deltaF'),
      hazardMean: mean('hazardMean'),
      muHat: mean('muHat'),
    };
  });

/** The place at a strength and a cost. */
export const placeAt = (map: readonly Place[], strength: number, cost: number): Place =>
  map.find((place) => place.strength === strength && place.cost === cost)!;
