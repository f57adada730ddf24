import type { Vector } from '../contract/energy.js';
import { type Suspects, diagnose, faultAt } from './diagnose.js';

/** Where an evaluation begins, and where it leads if elsewhere; a function where that costs something to tell. */
type Places = readonly [at: Vector, to?: Vector] | (() => readonly [at: Vector, to?: Vector]);

/** Runs evaluations; a throw, or a total that is no number, becomes an error that names the culprit. */
export interface Guard {
  /** The error for an evaluation that threw. */
  failed(cause: unknown, at: Vector): Error;
  /** Throws where a sum of results is NaN and some family is to blame. */
  checkSum(sum: number, at: Vector): void;
  /** @throws also where no family is to blame */
  total(places: Places, evaluate: () => number): number;
  /** The same for results that may be infinite, or not finite without anybody's fault. */
  rows(places: Places, evaluate: () => number): void;
  /** Runs what packs the families. */
  made<T>(pack: () => T): T;
}

const told = (places: Places): readonly [at: Vector, to: Vector | undefined] => {
  const [at, to] = typeof places === 'function' ? places() : places;
  return [at, to];
};

export function guardOf(suspects: Suspects): Guard {
  const run = (places: Places, evaluate: () => number): number => {
    try {
      return evaluate();
    } catch (cause) {
      throw diagnose(suspects, ...told(places), cause);
    }
  };
  const rows = (places: Places, evaluate: () => number): void => {
    if (!Number.isNaN(run(places, evaluate))) return;
    const fault = faultAt(suspects, ...told(places));
    if (fault !== null) throw fault;
  };
  return {
    failed: (cause, at) => diagnose(suspects, at, undefined, cause),
    checkSum(sum, at) {
      if (!Number.isNaN(sum)) return;
      const fault = faultAt(suspects, at);
      if (fault !== null) throw fault;
    },
    rows,
    total(places, evaluate) {
      const value = run(places, evaluate);
      if (Number.isFinite(value)) return value;
      throw diagnose(suspects, ...told(places), undefined);
    },
    made(pack) {
      try {
        return pack();
      } catch (cause) {
        throw faultAt(suspects, new Float64Array(suspects.ids.length).fill(0.5)) ?? cause;
      }
    },
  };
}
