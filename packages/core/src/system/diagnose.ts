import type { Signals, Vector } from '../contract/energy.js';
import { CfcError } from '../errors.js';
import type { Fields, Options } from '../options/field.js';
import type { LocalGroup, PackedCouplings } from './families.js';

/**
 * Finds out which family threw or returned a number that is not finite, by asking every instance again.
 *
 * @returns the error to throw: `ENERGY_INVALID` with the family's name and the modules' ids
 */
export function diagnose(
  ids: readonly string[],
  locals: readonly LocalGroup[],
  couplings: readonly PackedCouplings[],
  eta: Vector,
  signals: Signals,
  cause: unknown,
): CfcError {
  const outside = eta.findIndex((value) => !(value >= 0 && value <= 1));
  if (outside >= 0) {
    return new CfcError(
      'INPUT_INVALID',
      `the order parameter is ${eta[outside]}`,
      ids[outside],
      'Give numbers in [0, 1].',
    );
  }
  const pair = new Float64Array(2);
  for (const { name, family, slots, at } of locals) {
    for (let k = 0; k < slots.length; k++) {
      const x = eta[slots[k]!]!;
      const options = at(k);
      const fault =
        faultOf('energy', () => family.energy(x, options, signals)) ??
        faultOf('slope', () => family.slope(x, options, signals));
      if (fault !== null) return fault(name, ids[slots[k]!]!, `η = ${x}`);
    }
  }
  for (const { name, family, a, b, at } of couplings) {
    for (let k = 0; k < a.length; k++) {
      const [x, y] = [eta[a[k]!]!, eta[b[k]!]!];
      const options: Options<Fields> = at(k);
      const slopes = (): number => {
        family.slopes(x, y, options, signals, pair);
        return pair[0]! + pair[1]!;
      };
      const fault = faultOf('energy', () => family.energy(x, y, options, signals)) ?? faultOf('slopes', slopes);
      if (fault !== null) return fault(name, `${ids[a[k]!]}, ${ids[b[k]!]}`, `(${x}, ${y})`);
    }
  }
  const what = cause === undefined ? 'the total energy overflows' : `evaluation failed: ${messageOf(cause)}`;
  return new CfcError('ENERGY_INVALID', what, 'the system', 'Scale the weights and options down.');
}

type Fault = (family: string, ids: string, at: string) => CfcError;

function faultOf(what: string, evaluate: () => number): Fault | null {
  const error =
    (told: string): Fault =>
    (family, ids, at) =>
      new CfcError('ENERGY_INVALID', `${what} of "${family}" ${told} for ${at}`, ids);
  try {
    const value = evaluate();
    return Number.isFinite(value) ? null : error(`is ${value}`);
  } catch (thrown) {
    return error(`threw "${messageOf(thrown)}"`);
  }
}

const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
