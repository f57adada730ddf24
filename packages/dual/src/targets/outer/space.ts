import { CfcError, describe } from '@cfc/core';

/** Least and largest target by constraint. */
export type Ranges = Readonly<Record<string, readonly [number, number]>>;

/** Targets as points of the unit cube. */
export interface Space {
  readonly names: readonly string[];
  targets(point: readonly number[]): Record<string, number>;
}

/** Throws `OPTION_INVALID` for a range that is none. */
export function spaceOf(ranges: Ranges, where: string): Space {
  const entries = Object.entries(ranges ?? {});
  const fix = 'Give { name: [least, largest] } with least < largest.';
  if (entries.length === 0) throw new CfcError('OPTION_INVALID', 'there is no range', `${where}.ranges`, fix);
  for (const [name, range] of entries) {
    const [low, high] = Array.isArray(range) ? (range as readonly [number, number]) : [NaN, NaN];
    if (Number.isFinite(low) && Number.isFinite(high) && low < high && range.length === 2) continue;
    throw new CfcError('OPTION_INVALID', `${describe(range)} is no range`, `${where}.ranges.${name}`, fix);
  }
  return {
    names: entries.map(([name]) => name),
    targets: (point) =>
      Object.fromEntries(entries.map(([name, [low, high]], k) => [name, low + (high - low) * point[k]!])),
  };
}

/** A point of the unit cube, checked. */
export const isPoint = (given: unknown, size: number): given is readonly number[] =>
  Array.isArray(given) && given.length === size && given.every((entry) => entry >= 0 && entry <= 1);

/** A score or null, of what was reported. */
export const scoreOf = (score: unknown): number | null => (Number.isFinite(score) ? (score as number) : null);

/** Throws `INPUT_INVALID`. */
export function noState(where: string): never {
  throw new CfcError('INPUT_INVALID', 'no state of this outer loop', where, 'Give what state() returned.');
}
