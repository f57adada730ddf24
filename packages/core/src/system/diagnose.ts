import type { LocalKernel, Signals, Vector } from '../contract/energy.js';
import { CfcError, isCfcError, messageOf } from '../errors.js';
import { describe } from '../options/field.js';
import type { LocalGroup, PackedCouplings } from './families.js';
import { type Question, askCoupling, askModule } from './questions.js';

/** Where a fault is looked for. */
export interface Suspects {
  readonly ids: readonly string[];
  readonly locals: readonly LocalGroup[];
  readonly couplings: readonly PackedCouplings[];
  readonly signals: Signals;
}

/**
 * Finds out which family threw or returned what is no valid number, by asking every function of every instance again.
 *
 * @param to where the evaluation led; a mirrored point where that is not known
 * @returns the error to throw: `ENERGY_INVALID` with the function, the family's name and the modules' ids,
 * `INPUT_INVALID` for a point outside the box; null where all are sound
 */
export function faultAt(suspects: Suspects, eta: Vector, to: Vector = eta): CfcError | null {
  return (
    outside(suspects, eta) ??
    outside(suspects, to) ??
    found(suspects, eta, to, basic) ??
    found(suspects, eta, to) ??
    found(suspects, eta, mirrored(eta))
  );
}

/** The error for an evaluation that failed: that of `faultAt`, else what was thrown, else an overflow. */
export function diagnose(suspects: Suspects, eta: Vector, to: Vector | undefined, cause: unknown): Error {
  const fault = faultAt(suspects, eta, to);
  if (fault !== null) return fault;
  if (isCfcError(cause)) return cause;
  const what = cause === undefined ? 'the total energy overflows' : `evaluation failed: ${messageOf(cause)}`;
  return new CfcError('ENERGY_INVALID', what, 'the system', 'Scale the weights and options down.');
}

/** What every evaluation rests on is asked of all families first. */
const LOOP = 'the packed loop';
const basic = ({ what }: Question): boolean => ['energy', 'slope', 'slopes', LOOP].includes(what);
const everything = (): boolean => true;

const mirrored = (eta: Vector): Vector => eta.map((x) => 1 - x);

function outside({ ids }: Suspects, eta: Vector): CfcError | null {
  const at = eta.findIndex((value) => !(value >= 0 && value <= 1));
  if (at < 0) return null;
  return new CfcError('INPUT_INVALID', `the order parameter is ${eta[at]}`, ids[at], 'Give numbers in [0, 1].');
}

function found(
  suspects: Suspects,
  eta: Vector,
  to: Vector,
  asked: (question: Question) => boolean = everything,
): CfcError | null {
  for (const [family, ids, questions] of interrogation(suspects, eta, to)) {
    const fault = answered(family, ids, questions, asked);
    if (fault !== null) return fault;
  }
  return null;
}

/** Every family with the ids of an instance and what it is to be asked; its packed loop after all of its instances. */
function* interrogation(
  { ids, locals, couplings, signals }: Suspects,
  eta: Vector,
  to: Vector,
): Generator<readonly [family: string, ids: string, questions: Iterable<Question>]> {
  for (const { name, family, slots, at, kernel } of locals) {
    for (let k = 0; k < slots.length; k++) {
      const i = slots[k]!;
      yield [name, ids[i]!, askModule(family, eta[i]!, to[i]!, at(k), signals)];
    }
    if (family.pack !== undefined) yield [name, ALL, askLoop(kernel, eta)];
  }
  for (const { name, family, a, b, at, kernel } of couplings) {
    for (let k = 0; k < a.length; k++) {
      const [i, j] = [a[k]!, b[k]!];
      yield [name, `${ids[i]}, ${ids[j]}`, askCoupling(family, [eta[i]!, eta[j]!], [to[i]!, to[j]!], at(k), signals)];
    }
    if (family.pack !== undefined) yield [name, ALL, askLoop(kernel, eta)];
  }
}

const ALL = 'all of its modules';

/** The first answer that is not valid, as an error. */
function answered(
  family: string,
  ids: string,
  questions: Iterable<Question>,
  asked: (question: Question) => boolean,
): CfcError | null {
  for (const question of questions) {
    if (!asked(question)) continue;
    const { what, at, ask, valid = Number.isFinite } = question;
    const error = (told: string): CfcError =>
      new CfcError('ENERGY_INVALID', `${what} of "${family}" ${told} for ${at}`, ids);
    try {
      const wrong = ask().filter((answer) => !valid(answer));
      if (wrong.length > 0) return error(`is ${describe(wrong[0])}`);
    } catch (thrown) {
      return error(`threw "${messageOf(thrown)}"`);
    }
  }
  return null;
}

/** A packed loop that fails where all scalar functions are sound. */
function askLoop(kernel: LocalKernel, eta: Vector): readonly Question[] {
  const gradient = new Float64Array(eta.length);
  const ask = (): readonly number[] => [kernel(eta, 1, gradient), gradient.reduce((sum, slope) => sum + slope, 0)];
  return [{ what: LOOP, at: 'this point', ask, valid: (answer) => !Number.isNaN(answer) }];
}
