import {
  type System,
  asymmetricHinge,
  dampedGateBenefit,
  defineCoupling,
  defineModule,
  defineSystem,
  directedHinge,
  gateBenefit,
  landau,
  number,
  quadratic,
} from '@cfc/core';
import fc from 'fast-check';

/** A coupling as a third party would write it: no squared gap. */
const wave = defineCoupling({
  name: 'WaveCoupling',
  meaning: 'weight (1 - cos(4 (a - b)))',
  options: { weight: number(1, 'its strength', { min: 0 }) },
  energy: (a, b, { weight }) => weight * (1 - Math.cos(4 * (a - b))),
  slopes(a, b, { weight }, _signals, out) {
    out[0] = 4 * weight * Math.sin(4 * (a - b));
    out[1] = -out[0];
  },
  bend: (_a, _b, { weight }) => [16 * weight, 16 * weight, 16 * weight],
  curvatures(a, b, { weight }, _signals, out) {
    const bent = 16 * weight * Math.cos(4 * (a - b));
    out[0] = bent;
    out[1] = bent;
    out[2] = -bent;
  },
});

/** A module as a third party would write it: no quartic. */
export const well = defineModule({
  name: 'WellModule',
  meaning: 'depth cosh(2 (η - at))',
  options: { at: number(0.5, 'its lowest point'), depth: number(1, 'how deep', { min: 0 }) },
  eta: (input: number) => input,
  energy: (eta, { at, depth }) => depth * Math.cosh(2 * (eta - at)),
  slope: (eta, { at, depth }) => 2 * depth * Math.sinh(2 * (eta - at)),
  curvature: (eta, { at, depth }) => 4 * depth * Math.cosh(2 * (eta - at)),
  bend: (_eta, { depth }) => 4 * depth * Math.cosh(4),
});

const makers = {
  quadratic: (w: number) => quadratic({ weight: w }),
  directedHinge: (w: number) => directedHinge({ weight: w }),
  asymmetricHinge: (w: number, x: number, y: number) => asymmetricHinge({ weight: w, alpha: x, beta: y }),
  gateBenefit: (w: number) => gateBenefit({ weight: w, signal: 'gain' }),
  dampedGateBenefit: (w: number, x: number, _y: number, power: number) =>
    dampedGateBenefit({ weight: w, signal: 'gain', damping: x, etaPower: power }),
  wave: (w: number) => wave({ weight: w }),
};

export interface Spec {
  readonly modules: readonly { readonly well: boolean; readonly x: number; readonly y: number }[];
  readonly links: readonly {
    readonly family: keyof typeof makers;
    readonly ends: readonly [number, number];
    readonly numbers: readonly [number, number, number, number];
  }[];
  readonly weights: readonly number[];
  readonly eta: readonly number[];
  readonly other: readonly number[];
}

export const real = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: Math.round(min * 1000), max: Math.round(max * 1000) }).map((k) => k / 1000);

/** Random systems of 2 to 7 modules of every kind of family, and two points of each. */
export const specs: fc.Arbitrary<Spec> = fc.integer({ min: 2, max: 7 }).chain((size) => {
  const etas = fc.array(fc.oneof(real(0, 1), fc.constantFrom(0, 1)), { minLength: size, maxLength: size });
  return fc.record({
    modules: fc.array(fc.record({ well: fc.boolean(), x: real(0, 1), y: real(0, 1) }), {
      minLength: size,
      maxLength: size,
    }),
    links: fc.array(
      fc.record({
        family: fc.constantFrom(...(Object.keys(makers) as (keyof typeof makers)[])),
        ends: fc
          .tuple(fc.nat(size - 1), fc.nat(size - 2))
          .map(([i, step]): [number, number] => [i, (i + 1 + step) % size]),
        numbers: fc.tuple(real(0, 2), real(0, 2), real(0, 2), fc.constantFrom(1, 2, 3)),
      }),
      { maxLength: 14 },
    ),
    weights: fc.array(fc.oneof(real(0.1, 2), fc.constantFrom(0, 1)), { minLength: 8, maxLength: 8 }),
    eta: etas,
    other: etas,
  });
});

export function systemOf({ modules, links, weights }: Spec): System {
  const uses = links.map(({ family, numbers }) => makers[family](...numbers));
  const of = modules.map(({ well: deep, x, y }) => (deep ? well({ at: x, depth: y }) : landau({ a: y, b: x, h: x })));
  const keys = [...new Set([...of.map(({ name }) => `local:${name}`), ...uses.map(({ name }) => `coup:${name}`)])];
  return defineSystem({
    modules: Object.fromEntries(of.map((use, i) => [`m${i}`, use])),
    couplings: links.map(({ ends: [i, j] }, k) => ({ use: uses[k]!, between: [`m${i}`, `m${j}`] as const })),
    signals: { gain: 0.3 },
    weights: Object.fromEntries(keys.map((key, k) => [key, weights[k]!])),
  });
}

/** Checks a property on random cases; the seed is fixed, so that every run sees the same ones. */
export function holds<T>(property: fc.IRawProperty<T, false>, numRuns = 150): void {
  void fc.assert(property, { seed: 20_260_102, numRuns });
}
