// What the loop costs: relax() with method, guard, stop and observer against the same arithmetic written out
// in place. Prints a row for each size; the ratio is the median over turns within this run.
import { compile, descent, fixedStep, maxSteps, monotone, relax } from '@cfc/core';

import { row } from './row.mjs';
import { mixedColumns, systemOf } from './systems.mjs';
import { compare } from './timing.mjs';

const STEP = 0.005;
const STEPS = 50;

/** Descent with a fixed step and a monotone check, in three buffers. */
function bare(system, eta0) {
  const eta = system.vector();
  eta.set(eta0);
  const to = system.vector();
  const gradient = system.vector();
  let energy = system.energy(eta, system.unit);
  for (let step = 0; step < STEPS; step++) {
    system.gradient(eta, system.unit, gradient);
    for (let i = 0; i < to.length; i++) {
      const value = eta[i] - STEP * gradient[i];
      to[i] = value < 0 ? 0 : value > 1 ? 1 : value;
    }
    const next = system.energy(to, system.unit);
    if (next > energy) break;
    energy = next;
    eta.set(to);
  }
  return energy;
}

console.log('relax() against a bare loop, 50 steps of descent, four couplings for each module');
console.log('      n   bare, µs/step   relax, µs/step   ratio');
for (const size of [16, 1_000, 10_000, 100_000]) {
  const columns = mixedColumns(size);
  const system = compile(systemOf(columns));
  const eta0 = columns.eta;
  let heard = 0;
  const plan = {
    method: descent({ search: fixedStep({ step: STEP }) }),
    guard: monotone(),
    stop: maxSteps({ steps: STEPS }),
    observers: [() => heard++],
  };
  if (relax(system, eta0, plan).energy !== bare(system, eta0)) throw new Error('the two do different work');
  const { subject, peer, ratio } = compare(
    () => relax(system, eta0, plan),
    () => bare(system, eta0),
  );
  if (size >= 10_000) row(`loop over bare kernels, n = ${size}`, ratio, [1.2, 'most']);
  const each = (milliseconds) => ((1000 * milliseconds) / STEPS).toFixed(2).padStart(14);
  console.log(`${String(size).padStart(7)}${each(peer)}   ${each(subject)}   ${ratio.toFixed(2).padStart(7)}`);
}
