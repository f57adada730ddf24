import type { CouplingFamily, ModuleFamily, Signals } from '../contract/energy.js';
import type { Fields, Options } from '../options/field.js';

/** One function of a family at one place, and the numbers that it gives there. */
export interface Question {
  /** The function, as messages call it. */
  readonly what: string;
  readonly at: string;
  ask(): readonly unknown[];
  /** Whether an answer is what the contract asks for; a finite number where nothing else is said. */
  readonly valid?: (answer: unknown) => boolean;
}

/** Step length at which proximal operators are asked. */
const TAU = 0.05;

/** A bound is a number >= 0 or infinite. */
const isBound = (answer: unknown): boolean => typeof answer === 'number' && answer >= 0;
const BOUND = 'bend: the bound';

/** Every function of a module that can be asked at x, on the way to y. */
export function* askModule(
  family: ModuleFamily,
  x: number,
  y: number,
  options: Options<Fields>,
  signals: Signals,
): Generator<Question> {
  for (const eta of x === y ? [x] : [x, y]) {
    const at = `η = ${eta}`;
    yield { what: 'energy', at, ask: () => [family.energy(eta, options, signals)] };
    yield { what: 'slope', at, ask: () => [family.slope(eta, options, signals)] };
    if (family.curvature !== undefined)
      yield { what: 'curvature', at, ask: () => [family.curvature!(eta, options, signals)] };
    if (family.bend !== undefined)
      yield { what: BOUND, at, ask: () => [family.bend!(eta, options, signals)], valid: isBound };
  }
  if (family.difference !== undefined && x !== y)
    yield { what: 'difference', at: `η from ${x} to ${y}`, ask: () => [family.difference!(x, y, options, signals)] };
  if (family.fold !== undefined)
    yield { what: 'fold', at: 'all η', ask: () => entries(family.fold!(options, signals), ['h', 'a', 'b']) };
}

/** Every function of a coupling that can be asked at the pair x, on the way to y. */
export function* askCoupling(
  family: CouplingFamily,
  x: readonly [number, number],
  y: readonly [number, number],
  options: Options<Fields>,
  signals: Signals,
): Generator<Question> {
  const stays = x[0] === y[0] && x[1] === y[1];
  for (const [a, b] of stays ? [x] : [x, y]) {
    const at = `(${a}, ${b})`;
    yield { what: 'energy', at, ask: () => [family.energy(a, b, options, signals)] };
    yield { what: 'slopes', at, ask: () => written(2, (out) => family.slopes(a, b, options, signals, out)) };
    if (family.curvatures !== undefined)
      yield { what: 'curvatures', at, ask: () => written(3, (out) => family.curvatures!(a, b, options, signals, out)) };
    yield { what: BOUND, at, ask: () => entries(family.bend(a, b, options, signals), [0, 1, 2]), valid: isBound };
    if (family.prox !== undefined)
      yield { what: 'prox', at, ask: () => entries(family.prox!(a, b, TAU, options, signals), [0, 1]) };
  }
  if (family.difference !== undefined && !stays) {
    const at = `(${x.join(', ')}) to (${y.join(', ')})`;
    yield { what: 'difference', at, ask: () => [family.difference!(...x, ...y, options, signals)] };
  }
  const everywhere = 'all places';
  if (family.fold !== undefined)
    yield {
      what: 'fold',
      at: everywhere,
      ask: () => entries(family.fold!(options, signals) ?? NO_FOLD, ['h', 'a', 'b']),
    };
}

const NO_FOLD = { h: 0, a: 0, b: 0 };

function written(length: number, write: (out: Float64Array) => void): readonly number[] {
  const out = new Float64Array(length).fill(NaN);
  write(out);
  return [...out];
}

/** Entries of an answer that programs without types may have left out. */
function entries(answer: unknown, keys: readonly (string | number)[]): readonly unknown[] {
  return keys.map((key) => (answer as Readonly<Record<string | number, unknown>> | undefined)?.[key]);
}
