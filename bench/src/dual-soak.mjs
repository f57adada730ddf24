// A million dual steps with everything on: the heap after each tenth, after a collection. Memory has to stay where it was.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { normal, uniform } from '@cfc/core';
import { createDual } from '@cfc/dual';
import { row } from './row.mjs';

const STEPS = 1_000_000;
const rules = {
  rate: 5e-3,
  max: 50,
  deadzone: 0.02,
  ema: 0.1,
  leak: 1e-4,
  spike: {},
  audit: {},
  controller: { type: 'nupi', kp: 5, nu: 0.5 },
};
const dual = createDual({
  constraints: {
    cfs: { ...rules, target: 0, normalizer: 'rank' },
    g2g: {
      ...rules,
      target: { type: 'sigmoid', min: 0, max: 0.5, gamma: 1e-4, t0: 5e4 },
      normalizer: { type: 'rank', drift: true },
    },
    build: { ...rules, target: 0, normalizer: 'winsor' },
    reuse: { ...rules, target: { type: 'percentile', p: 60 }, controller: { type: 'pid' }, max: 2 },
    kl: { target: 0.05, sense: 'equal', penalty: { type: 'adaptive', c: 0.1, max: 10 } },
  },
  families: [{ members: ['cfs', 'g2g'], budget: 20 }],
  alerts: {},
});
const names = Object.keys(dual.config.constraints);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

/** MB of the heap and of array buffers in use, after collections. */
function used() {
  for (let k = 0; k < 3; k++) collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

const heaps = [];
const begin = process.cpuUsage();
for (let t = 0; t < STEPS; t++) {
  const values = Object.fromEntries(
    names.map((name, k) => [
      name,
      uniform(2, t, k) < 1e-3 ? NaN : 1 + 0.1 * normal(1, t, k) + (uniform(3, t, k) < 1e-3 ? 9 : 0),
    ]),
  );
  const { constraints } = dual.step({ values, ease: { cfs: uniform(4, t, 0) } });
  for (const name of names)
    if (!Number.isFinite(constraints[name].multiplier)) throw new Error(`λ of ${name} at step ${t}`);
  if ((t + 1) % (STEPS / 10) === 0) heaps.push(used());
}
const { user, system } = process.cpuUsage(begin);
console.log(
  `${STEPS} dual steps with every rule, five constraints, windows of 50,000: ${((user + system) / 1e6).toFixed(0)} s of CPU`,
);
console.log(`MB in use after each tenth: ${heaps.map((heap) => heap.toFixed(2)).join('  ')}`);
const growth = Math.max(...heaps.slice(1)) - heaps[0];
console.log(`most above the first tenth: ${growth.toFixed(3)} MB`);
row('dual soak, 1,000,000 steps: MB above the first tenth', growth, [0.5, 'most']);
if (growth > 0.5) process.exitCode = 1;
