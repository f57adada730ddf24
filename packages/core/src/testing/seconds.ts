import type { CouplingFamily, Signals } from '../contract/energy.js';
import type { Fields, Options } from '../options/field.js';

type Second = readonly [aa: number, bb: number, ab: number];

type Slopes = (a: number, b: number, options: Options<Fields>) => readonly [number, number];

/** The slopes as a pair. */
export function slopesOf(family: CouplingFamily, signals: Signals): Slopes {
  return (a, b, options) => {
    const pair = new Float64Array(2);
    family.slopes(a, b, options, signals, pair);
    return [pair[0]!, pair[1]!];
  };
}

/** Second derivatives by differences of the slopes; null where left and right disagree: a kink. */
export function secondsOf(slopesAt: Slopes): (a: number, b: number, options: Options<Fields>) => Second | null {
  const h = 1e-6;
  return (a, b, options) => {
    const here = slopesAt(a, b, options);
    const sides = [h, -h].map((step): Second => {
      const [stepA, stepB] = [slopesAt(a + step, b, options), slopesAt(a, b + step, options)];
      return [(stepA[0] - here[0]) / step, (stepB[1] - here[1]) / step, (stepB[0] - here[0]) / step];
    });
    const [right, left] = sides as [Second, Second];
    const kink = right.some((value, k) => Math.abs(value - left[k]!) > 1e-3 * Math.max(1, Math.abs(value)));
    return kink ? null : [mean(right[0], left[0]), mean(right[1], left[1]), mean(right[2], left[2])];
  };
}

const mean = (a: number, b: number): number => (a + b) / 2;
