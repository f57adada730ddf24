import { CfcError } from '@cfc/core';
import { checkEtas, checkNumbers } from './checks.js';

/** One order parameter over time. */
export interface Trajectory {
  /** Rising. */
  readonly times: readonly number[];
  /** In [0, 1], one for each time. */
  readonly etas: readonly number[];
}

/** From one reading to the next. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly time: number;
}

/** The segments of trajectory `t`. Throws `INPUT_INVALID` for η outside of [0, 1] and times that do not rise. */
export function segmentsOf({ times, etas }: Trajectory, t: number): readonly Segment[] {
  const where = `trajectories[${t}]`;
  checkEtas(etas, `${where}.etas`);
  checkNumbers(times, `${where}.times`);
  if (times.length !== etas.length) {
    const what = `${times.length} times for ${etas.length} readings`;
    throw new CfcError('INPUT_INVALID', what, where, 'Give one for each.');
  }
  return etas.slice(1).map((to, k) => {
    const time = times[k + 1]! - times[k]!;
    if (time > 0) return { from: etas[k]!, to, time };
    const what = `the time ${times[k + 1]!} does not come after ${times[k]!}`;
    throw new CfcError('INPUT_INVALID', what, `${where}.times[${k + 1}]`, 'Give times that rise.');
  });
}
