// What Auto takes where families have no second derivatives: quasi-Newton steps against accelerated ones, from the same random start to a projected
// gradient of 1e-9, in gradients (which such families, written by users, make dear) and in CPU time (of an energy that costs next to nothing).
import {
  anyOf,
  compile,
  defineModule,
  defineSystem,
  directedHinge,
  fista,
  gradientBelow,
  maxSteps,
  projectedLbfgs,
  quadratic,
  relax,
  uniform,
} from '@cfc/core';
import { row } from './row.mjs';
import { cpuSeconds, median } from './timing.mjs';

const wavy = defineModule({
  name: 'Wavy',
  meaning: 'a cubic with waves, several minima, no second derivative',
  options: {},
  eta: (input) => input,
  energy: (x) => 0.1 * Math.cos(7 * x) + 0.5 * x ** 3,
  slope: (x) => -0.7 * Math.sin(7 * x) + 1.5 * x * x,
  bend: () => 7.9,
});

/** Neighbours in a chain, in a grid, or three at random of which one by a hinge. */
const links = {
  chain: (n) => Array.from({ length: n - 1 }, (_, i) => [i, i + 1]),
  grid(n) {
    const side = Math.sqrt(n);
    const right = Array.from({ length: n }, (_, i) => [i, i + 1]).filter(([, j]) => j % side > 0);
    return [...right, ...Array.from({ length: n - side }, (_, i) => [i, i + side])];
  },
  random: (n) =>
    Array.from({ length: 3 * n }, (_, k) => [k % n, Math.floor(uniform(1, 0, k) * n)]).filter(([i, j]) => i !== j),
};

function systemOf(n, kind, weight) {
  const pull = quadratic({ weight });
  const use = (k) => (kind === 'random' && k % 3 === 0 ? directedHinge({ weight }) : pull);
  const modules = Object.fromEntries(Array.from({ length: n }, (_, i) => [`m${i}`, wavy()]));
  const couplings = links[kind](n).map(([i, j], k) => ({ use: use(k), between: [`m${i}`, `m${j}`] }));
  return compile(defineSystem({ modules, couplings }));
}

console.log('Families without second derivatives, to a projected gradient of 1e-9: gradients and CPU milliseconds');
console.log(
  'modules  couplings      ProjectedLbfgs           Fista      ratio of gradients   of CPU time   energy, difference',
);
const ratios = { gradients: [], time: [] };
for (const n of [16, 400, 4_900]) {
  for (const kind of ['chain', 'grid', 'random']) {
    for (const weight of [0.5, 50]) {
      const system = systemOf(n, kind, weight);
      const start = Float64Array.from({ length: n }, (_, i) => uniform(2, 0, i));
      const [quasi, fast] = [projectedLbfgs(), fista()].map((method) => {
        let solution;
        const solve = () => {
          const stop = anyOf({ of: [gradientBelow({ norm: 1e-9 }), maxSteps({ steps: 5_000 })] });
          solution = relax(system, start, { method, stop });
        };
        const seconds = median(Array.from({ length: 5 }, () => cpuSeconds(solve)));
        return { gradients: solution.evaluations.gradient, ms: 1_000 * seconds, energy: solution.energy };
      });
      ratios.gradients.push(fast.gradients / quasi.gradients);
      ratios.time.push(fast.ms / quasi.ms);
      const side = ({ gradients, ms }) => `${String(gradients).padStart(5)} ${ms.toFixed(1).padStart(8)} ms`;
      console.log(
        `${String(n).padStart(7)}  ${`${kind}, ${weight}`.padEnd(12)} ${side(quasi)} ${side(fast)} ${(fast.gradients / quasi.gradients).toFixed(2).padStart(16)} ${(fast.ms / quasi.ms).toFixed(2).padStart(15)}   ${(quasi.energy - fast.energy).toExponential(1).padStart(12)}`,
      );
    }
  }
}
row('gradients of Fista over those of Auto without second derivatives, median', median(ratios.gradients), [
  1.5,
  'least',
]);
row('CPU time of Fista over that of Auto without second derivatives, median', median(ratios.time), [1, 'least']);
