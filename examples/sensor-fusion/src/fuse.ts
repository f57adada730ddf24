import {
  anyOf,
  clip,
  compile,
  couplingColumns,
  defineCoupling,
  defineSystem,
  gradientBelow,
  landau,
  maxSteps,
  moduleColumns,
  monotone,
  number,
  projectedLbfgs,
  quadratic,
  relax,
} from '@cfc/core';
import { median } from './plain.js';
import { STEPS, type World, sensors } from './world.js';

/** What was set on the training seeds. */
export interface Setting {
  /** Standard deviation of the acceleration. */
  readonly motion: number;
  /** How far a reading may be off before it counts for less, in its own noise. */
  readonly doubt: number;
  /** Standard deviation of a bias. */
  readonly bias: number;
}

/** A reading y of the state x through a bias: F = w r² / (1 + (r/c)²) with r = x + (b - 1/2) - y; far off, it costs w c² at most. */
const reading = defineCoupling({
  name: 'ReadingCoupling',
  meaning: 'binds a state to a reading through a bias, and lets go of it where it is far off (Geman and McClure)',
  options: {
    weight: number(1, 'how much the sensor is trusted', { min: 0 }),
    at: number(0, 'the reading'),
    c: number(1, 'how far off a reading may be', { above: 0 }),
  },
  energy: (x, b, { weight, at, c }) => weight / (1 / (x + b - 0.5 - at) ** 2 + 1 / (c * c)),
  slopes(x, b, { weight, at, c }, _signals, out) {
    const r = x + b - 0.5 - at;
    out[0] = out[1] = (2 * weight * r) / (1 + (r / c) ** 2) ** 2;
  },
  bend: (_x, _b, { weight }) => [2 * weight, 2 * weight, 2 * weight],
  constantBend: true,
  curvatures(x, b, { weight, at, c }, _signals, out) {
    const q = ((x + b - 0.5 - at) / c) ** 2;
    out.fill((2 * weight * (1 - 3 * q)) / (1 + q) ** 3);
  },
});

/** F = -w (a - b)²: with two attractions it makes a second difference, (x - 2y + z)² = 2(x - y)² + 2(y - z)² - (x - z)². */
const repulsion = defineCoupling({
  name: 'RepulsionCoupling',
  meaning: 'pushes two order parameters apart: -weight (a - b)²',
  options: { weight: number(1, 'strength', { min: 0 }) },
  energy: (a, b, { weight }) => -weight * (a - b) ** 2,
  slopes(a, b, { weight }, _signals, out) {
    out[0] = -2 * weight * (a - b);
    out[1] = -out[0];
  },
  bend: (_a, _b, { weight }) => [2 * weight, 2 * weight, 2 * weight],
  constantBend: true,
  curvatures(_a, _b, { weight }, _signals, out) {
    out[0] = out[1] = -2 * weight;
    out[2] = 2 * weight;
  },
  difference: (a0, b0, a1, b1, { weight }) => -weight * (a1 - a0 - (b1 - b0)) * (a1 - b1 + (a0 - b0)),
});

const plan = {
  method: projectedLbfgs(),
  guard: monotone(),
  stop: anyOf({ of: [gradientBelow({ norm: 2e-5 }), maxSteps({ steps: 3000 })] }),
};
const UNIT = 1e-4; // energies are log-likelihoods times this
const SCALE = 0.5; // the track lies in the middle of [0, 1], with as much again around it
const inside = (position: number): number => clip(0.5 + SCALE * (position - 0.5));
const certain = (deviation: number): number => UNIT / (2 * (SCALE * deviation) ** 2);
const steps = (from: number, count: number): Int32Array => Int32Array.from({ length: count }, (_, k) => from + k);

/** One module for the state and one for each reading's bias, at every step; relaxed three times, with less and less patience. */
export function fuse({ readings }: World, { motion, doubt, bias }: Setting): number[] {
  let eta = Float64Array.from([...median(readings).map(inside), ...readings.flatMap((row) => row.map(() => 0.5))]);
  const smooth = certain(motion);
  const link = (from: number, count: number, gap: number, weight: number) => ({
    a: steps(from, count - gap),
    b: steps(from + gap, count - gap),
    with: { weight },
  });
  for (const patience of [8, 2, 1]) {
    const system = defineSystem({
      modules: [
        moduleColumns(landau, { count: STEPS, prefix: 'state.', with: { a: 0, b: 0, h: 0 } }),
        ...sensors.map((_, s) => {
          const a = certain(bias) / STEPS;
          return moduleColumns(landau, { count: STEPS, prefix: `bias${s}.`, with: { a, b: 0, h: a } });
        }),
      ],
      couplings: [
        couplingColumns(quadratic, link(0, STEPS, 1, 4 * smooth)),
        couplingColumns(repulsion, link(0, STEPS, 2, smooth)),
        ...sensors.flatMap(({ noise, drift }, s) => [
          couplingColumns(quadratic, link((s + 1) * STEPS, STEPS, 1, certain(drift))),
          couplingColumns(reading, {
            a: steps(0, STEPS),
            b: steps((s + 1) * STEPS, STEPS),
            with: {
              weight: certain(noise),
              at: Float64Array.from(readings[s]!, inside),
              c: SCALE * patience * doubt * noise,
            },
          }),
        ]),
      ],
    });
    eta = Float64Array.from(relax(compile(system), eta, plan).vector);
  }
  return Array.from(eta.subarray(0, STEPS), (value) => 0.5 + (value - 0.5) / SCALE);
}
