import {
  type System,
  corePlugin,
  createRegistry,
  defineCoupling,
  defineModule,
  definePlugin,
  defineSystem,
  directedHinge,
  gateBenefit,
  isCfcError,
  landau,
  number,
  numericSlopes,
  quadratic,
} from '@cfc/core';

/** A family without a fold, so that it runs through its own functions; its input is a list of which it reads the mean. */
export const well = defineModule({
  name: 'WellModule',
  meaning: 'a parabola that may burst',
  options: { at: number(0.5, 'its lowest point'), bursts: number(2, 'above this it fails') },
  eta: (input: readonly number[]) => input.reduce((sum, value) => sum + value, 0) / input.length,
  energy(eta, { at, bursts }) {
    if (eta > bursts) throw new Error('burst');
    return (eta - at) ** 2;
  },
  slope: (eta, { at, bursts }) => (eta > bursts ? NaN : 2 * (eta - at)),
  curvature: () => 2,
  bend: () => 2,
});

const energy = (a: number, b: number, { weight }: { weight: number }): number => weight * (a * b - 0.2) ** 2;

/** A coupling without a gap. */
export const product = defineCoupling({
  name: 'ProductCoupling',
  meaning: 'holds a product near 0.2',
  options: { weight: number(1, 'strength', { min: 0 }) },
  ...numericSlopes({ energy }),
  bend: (_a, _b, { weight }) => [2 * weight, 2 * weight, 4 * weight],
});

export const wellPlugin = definePlugin({ name: 'wells', version: '1.0.0', api: 1, provides: [well, product] });
export const registry = createRegistry([corePlugin, wellPlugin]);

/** Four modules in a ring, of all kinds. */
export function ring(): System {
  return defineSystem({
    modules: { a: landau({ a: -1, h: 0.1 }), b: landau({ h: 0.4 }), c: well({ at: 0.7 }), d: landau({ a: -0.5 }) },
    couplings: [
      { use: quadratic({ weight: 0.6 }), between: ['a', 'b'] },
      { use: directedHinge({ weight: 0.8 }), between: ['b', 'c'] },
      { use: product(), between: ['c', 'd'] },
      { use: gateBenefit({ weight: 0.5 }), between: ['d', 'a'] },
    ],
    signals: { delta_eta_domain: 0.3 },
    weights: { 'coup:QuadraticCoupling': 1.5 },
  });
}

/** The error that is thrown, or undefined. */
export function errorOf(run: () => unknown): { code: string; where: string; what: string } | undefined {
  try {
    run();
  } catch (error) {
    if (isCfcError(error)) return error;
    throw error;
  }
  return undefined;
}
