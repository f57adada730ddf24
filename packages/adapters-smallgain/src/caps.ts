import { CfcError } from '@cfc/core';

/** How far multipliers may go. */
export interface Caps {
  /** Largest rise in one step, as a share of the multiplier: 0.1 is 10%. Above 0. */
  readonly maxChange: number;
  /** Lowest multiplier, >= 0: one below it is asked up to it. */
  readonly floor: number;
  /** Highest multiplier; one at or above it stays as it is. */
  readonly ceiling: number;
}

/** Throws `OPTION_INVALID` for caps that leave no room. */
export function checkCaps({ maxChange, floor, ceiling }: Caps): void {
  const refuse = (what: string, option: string, fix: string): never => {
    throw new CfcError('OPTION_INVALID', what, `allocate.caps.${option}`, fix);
  };
  if (!(maxChange > 0 && maxChange < Infinity)) refuse(`is ${maxChange}`, 'maxChange', 'Give a finite number above 0.');
  if (!(floor >= 0)) refuse(`is ${floor}`, 'floor', 'Give a number >= 0.');
  if (!(ceiling >= floor && ceiling < Infinity))
    refuse(`is ${ceiling}`, 'ceiling', `Give a finite number >= the floor ${floor}.`);
}

/** How high a multiplier may rise in this step; not below what it is. */
export function highest(multiplier: number, { maxChange, floor, ceiling }: Caps): number {
  return Math.max(multiplier, Math.min(ceiling, Math.max(floor, multiplier * (1 + maxChange))));
}
