import {
  anyOf,
  auto,
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
  normal,
  number,
  relax,
  uniform,
} from '@cfc/core';
import { CHANNELS, type Choice, type Field, costOf, gameOf, pure } from './stations.js';

/** Two that get in each other's way: F = weight · a · b. */
export const conflict = defineCoupling({
  name: 'ConflictCoupling',
  meaning: 'two that get in each other’s way: weight · a · b',
  options: { weight: number(1, 'what both together cost', { min: 0 }) },
  energy: (a, b, { weight }) => weight * a * b,
  slopes(a, b, { weight }, _signals, out) {
    out[0] = weight * b;
    out[1] = weight * a;
  },
  bend: (_a, _b, { weight }) => [0, 0, weight],
  constantBend: true,
  curvatures(_a, _b, { weight }, _signals, out) {
    out[0] = out[1] = 0;
    out[2] = weight;
  },
  difference: (a0, b0, a1, b1, { weight }) => weight * ((a1 - a0) * b1 + a0 * (b1 - b0)),
});

const plan = {
  method: auto(),
  guard: monotone(),
  stop: anyOf({ of: [gradientBelow({ norm: 1e-4 }), maxSteps({ steps: 300 })] }),
};

/** In units of the mean harm: what each station's (Σ η - 1)² weighs, and how concave it is from stage to stage. */
const ONE = 5;
const CONCAVE = [-8, -6, -5, -4, -3, -2, -1, 0, 1, 2, 2.5];
/** What is added to every η between stages, as a standard deviation. */
const NOISE = 0.1;

/**
 * A module for each station and channel; E = Σ harm η η' on one channel + one (Σ η - 1)² - concave Σ η². The last term begins below 0,
 * which makes E convex, and grows until every η is 0 or 1 (mean-field annealing; how fast was set on fields 1 to 10). One result for each start.
 */
export function coordinate(field: Field, starts: number): { choice: Choice; cost: number; backend: string }[] {
  const { stations, pairs } = field;
  const unit = pairs.reduce((sum, { harm }) => sum + harm[0] + harm[1], 0) / Math.max(1, pairs.length);
  const ends: [a: number, b: number, weight: number][] = [];
  for (let c = 0; c < CHANNELS; c++) {
    for (const { i, j, harm } of pairs) ends.push([i * CHANNELS + c, j * CHANNELS + c, (harm[0] + harm[1]) / unit]);
    for (let d = 0; d < c; d++) stations.forEach((_, i) => ends.push([i * CHANNELS + c, i * CHANNELS + d, 2 * ONE]));
  }
  const couplings = couplingColumns(conflict, {
    a: Int32Array.from(ends, ([a]) => a),
    b: Int32Array.from(ends, ([, b]) => b),
    with: { weight: Float64Array.from(ends, ([, , weight]) => weight) },
  });
  const systems = CONCAVE.map((concave) => {
    const options = { a: ONE - concave, b: 0, h: 2 * ONE };
    const modules = [moduleColumns(landau, { count: stations.length * CHANNELS, prefix: 'at.', with: options })];
    return compile(defineSystem({ modules, couplings: [couplings] }));
  });
  const game = gameOf(field);
  return Array.from({ length: starts }, (_, start) => {
    let eta = Float64Array.from({ length: stations.length * CHANNELS }, (_, k) => 0.2 + 0.2 * uniform(start, 0, k));
    systems.forEach((system, stage) => {
      eta = Float64Array.from(relax(system, eta, plan).vector, (value, k) =>
        clip(value + NOISE * normal(start, stage + 1, k)),
      );
    });
    const choice = stations.map((_, i) => {
      const own = [...eta.subarray(i * CHANNELS, (i + 1) * CHANNELS)];
      return own.indexOf(Math.max(...own));
    });
    return { choice, cost: costOf(game, pure(choice)), backend: systems[0]!.backend };
  });
}
