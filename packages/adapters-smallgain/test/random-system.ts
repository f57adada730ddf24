import { type Coupling, type CompiledSystem, compile, defineCoupling, defineSystem, directedHinge } from '@cfc/core';
import { asymmetricHinge, gateBenefit, landau, number, quadratic, uniform } from '@cfc/core';

/** A third party's coupling: w (a - b)⁴ + c w (a - b)², with nothing but what a family has to offer. */
export const bowl = defineCoupling({
  name: 'BowlCoupling',
  meaning: 'a quartic bowl',
  options: { weight: number(1, 'strength', { min: 0 }), bottom: number(0.1, 'coefficient of the square', { min: 0 }) },
  energy: (a, b, { weight, bottom }) => weight * ((a - b) ** 4 + bottom * (a - b) ** 2),
  slopes(a, b, { weight, bottom }, _signals, out) {
    out[0] = weight * (4 * (a - b) ** 3 + 2 * bottom * (a - b));
    out[1] = -out[0];
  },
  bend(_a, _b, { weight, bottom }) {
    const most = weight * (12 + 2 * bottom);
    return [most, most, most];
  },
});

export interface Drawn {
  readonly system: CompiledSystem;
  readonly eta: Float64Array;
  /** A number in [low, high). */
  real(low: number, high: number): number;
}

/** A random system of 2 to 8 modules with couplings of five families, and a random point of it. */
export function randomSystem(seed: number): Drawn {
  let drawn = 0;
  const real = (low: number, high: number): number => low + (high - low) * uniform(seed, 0, drawn++);
  const index = (count: number): number => Math.floor(real(0, count));
  const size = 2 + index(7);
  const modules = Object.fromEntries(
    Array.from({ length: size }, (_, i) => [`m${i}`, landau({ a: real(-0.5, 1), b: real(0, 1), h: real(-0.3, 0.3) })]),
  );
  const makers: readonly (() => Coupling<never>)[] = [
    () => quadratic({ weight: real(0, 2) }) as Coupling<never>,
    () => directedHinge({ weight: real(0, 2) }) as Coupling<never>,
    () => asymmetricHinge({ weight: real(0, 2), alpha: real(0, 2), beta: real(0, 2) }) as Coupling<never>,
    () => gateBenefit({ weight: real(0, 2), signal: 'gain' }) as Coupling<never>,
    () => bowl({ weight: real(0, 1) }) as Coupling<never>,
  ];
  const couplings = Array.from({ length: 1 + index(3 * size) }, () => {
    const i = index(size);
    const j = (i + 1 + index(size - 1)) % size;
    return { use: makers[index(makers.length)]!(), between: [`m${i}`, `m${j}`] as const };
  });
  const system = compile(defineSystem({ modules, couplings, signals: { gain: real(0, 0.3) } }));
  return { system, eta: Float64Array.from({ length: size }, () => real(0, 1)), real };
}
