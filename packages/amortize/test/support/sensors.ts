import {
  type System,
  asymmetricHinge,
  couplingColumns,
  defineSystem,
  directedHinge,
  gateBenefit,
  landau,
  moduleColumns,
  quadratic,
  uniform,
} from '@cfc/core';

export interface Sensors {
  readonly size?: number;
  readonly seed?: number;
  /** How far couplings reach. */
  readonly reach?: number;
  readonly strength?: number;
  /** What each module reads; random where none are given. */
  readonly read?: ArrayLike<number>;
}

/** What the modules read: 1 a (η - read)² + 0.2 η⁴ each. */
export const readings = (size: number, seed: number): Float64Array =>
  Float64Array.from({ length: size }, (_, i) => uniform(seed, 1, i));

/** A convex random system: modules that stay near what they read, four couplings of the built-in families for each. */
export function sensors({
  size = 40,
  seed = 1,
  reach = 5,
  strength = 1,
  read = readings(size, seed),
}: Sensors = {}): System {
  let drawn = 0;
  const column = (low: number, high: number): Float64Array =>
    Float64Array.from({ length: size }, () => low + (high - low) * uniform(seed, 0, drawn++));
  const ends = (): { a: Int32Array; b: Int32Array } => {
    const a = Int32Array.from({ length: size }, (_, i) => i);
    const steps = column(1, reach + 1);
    return { a, b: a.map((i) => (i + Math.floor(steps[i]!)) % size) };
  };
  const weight = (): Float64Array => column(0.2 * strength, strength);
  return defineSystem({
    modules: [
      moduleColumns(landau, { count: size, with: { a: 1, b: 0.2, h: Float64Array.from(read, (value) => 2 * value) } }),
    ],
    couplings: [
      couplingColumns(quadratic, { ...ends(), with: { weight: weight() } }),
      couplingColumns(directedHinge, { ...ends(), with: { weight: weight() } }),
      couplingColumns(asymmetricHinge, {
        ...ends(),
        with: { weight: weight(), alpha: column(0.5, 1.5), beta: column(0.5, 1.5) },
      }),
      couplingColumns(gateBenefit, { ...ends(), with: { weight: weight() } }),
    ],
    signals: { delta_eta_domain: 0.05 },
    weights: { 'coup:QuadraticCoupling': 1.5, 'local:LandauModule': 0.8 },
  });
}
