import {
  type System,
  asymmetricHinge,
  couplingColumns,
  dampedGateBenefit,
  defineSystem,
  directedHinge,
  gateBenefit,
  landau,
  moduleColumns,
  quadratic,
  uniform,
} from '../../src/index.js';
import { wave } from './wave.js';

/**
 * A random system of any size with three couplings of each family for every two modules. Their ends lie within `reach`; those of
 * `foreign` couplings are of a third party.
 */
export function crowd(size: number, { reach = 40, foreign = 0, seed = 1 } = {}): System {
  let drawn = 0;
  const random = (): number => uniform(seed, 0, drawn++);
  const column = (count: number, low: number, high: number): Float64Array =>
    Float64Array.from({ length: count }, () => low + (high - low) * random());
  const ends = (count: number): { a: Int32Array; b: Int32Array } => {
    const a = Int32Array.from({ length: count }, () => Math.floor(size * random()));
    const b = a.map((i) => {
      const j = (((i + 1 + Math.floor(reach * (random() - 0.5))) % size) + size) % size;
      return j === i ? (i + 1) % size : j;
    });
    return { a, b };
  };
  const count = size < 2 ? 0 : Math.ceil(1.5 * size);
  const weights = (): { weight: Float64Array } => ({ weight: column(count, 0.2, 1) });
  const scales = { alpha: column(count, 0.5, 1.5), beta: column(count, 0.5, 1.5) };
  return defineSystem({
    modules: [
      moduleColumns(landau, { count: size, with: { a: column(size, -0.3, 1), b: 0.5, h: column(size, 0, 0.5) } }),
    ],
    couplings: [
      couplingColumns(quadratic, { ...ends(count), with: weights() }),
      couplingColumns(asymmetricHinge, { ...ends(count), with: { ...weights(), ...scales } }),
      couplingColumns(directedHinge, { ...ends(count), with: weights() }),
      couplingColumns(gateBenefit, { ...ends(count), with: { signal: 'gain' } }),
      ...(foreign > 0 && size > 1
        ? [
            couplingColumns(wave, { ...ends(foreign), with: { weight: 0.1 } }),
            couplingColumns(dampedGateBenefit, { ...ends(foreign), with: { signal: 'gain', etaPower: 2 } }),
          ]
        : []),
    ],
    signals: { gain: 0.05 },
    weights: { 'coup:QuadraticCoupling': 1.5, 'local:LandauModule': 0.8 },
  });
}

/** A point of a system of that size. */
export const placeIn = (size: number, seed = 7): Float64Array =>
  Float64Array.from({ length: size }, (_, i) => uniform(seed, 1, i));
