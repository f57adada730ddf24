import { type CompiledSystem, type Method, type Vector, clip, defineMethod, maxSteps, steps } from '@cfc/core';
import { describe, expect, test } from 'vitest';
import { smallGain } from '../src/index.js';
import { randomSystem } from './random-system.js';

/** The step in use: theta / r of each row at multipliers 1, whatever the weights are. */
const metric = (step: Vector): Method =>
  defineMethod({
    name: 'MetricStep',
    meaning: 'the same steps all along',
    options: {},
    make: () => ({
      init: () => null,
      step(task, from, state: null) {
        const gradient = task.gradient(from);
        return { to: task.point(from.eta.map((x, i) => clip(x - step[i]! * gradient[i]!))), state, facts: {} };
      },
    }),
  })();

function stepOf(system: CompiledSystem, eta: Vector, theta: number): Vector {
  return system.rowBounds(eta, system.unit).map((row) => (row > 0 ? theta / row : 0));
}

/** Relaxes a random system; tells the rise of the energy in each step, and the margins before and after each adaption. */
function watched(seed: number, given: Parameters<typeof smallGain>[0], theta: number) {
  const { system, eta } = randomSystem(seed);
  const step = stepOf(system, eta, theta);
  const margins: Vector[] = [];
  const rises: number[] = [];
  const plan = { method: metric(step), stop: maxSteps({ steps: 20 }), adapter: smallGain({ theta, ...given }) };
  for (const event of steps(system, eta, plan)) {
    rises.push(event.change);
    margins.push(system.rowBounds(event.eta, { weights: event.weights }).map((row, i) => 2 - step[i]! * row));
  }
  return { rises, margins };
}

describe('1,000 random runs', () => {
  const runs = Array.from({ length: 1000 }, (_, seed) => {
    const { real } = randomSystem(seed);
    const [rho, theta] = [real(0.05, 0.95), real(0.1, 1.95)];
    const given = { rho, maxChange: real(0.05, 1), ceiling: real(1, 30), peek: seed % 3 === 0 ? 2 : 0 };
    return { rho, theta, ...watched(seed, given, theta) };
  });

  test('every margin stays at least 1 - rho of what was there: before each step, and at multipliers 1', () => {
    let bound = 0;
    for (const { rho, theta, margins } of runs) {
      for (let k = 1; k < margins.length; k++) {
        margins[k]!.forEach((margin, i) => {
          expect(margin).toBeGreaterThanOrEqual((1 - rho) * margins[k - 1]![i]! - 1e-12);
          expect(margin).toBeGreaterThanOrEqual((1 - rho) * (2 - theta) - 1e-12);
        });
      }
      if (Math.min(...margins.at(-1)!) < (1 - rho) * (2 - theta) + 1e-9) bound++;
    }
    // In most runs the budget is what holds the weights.
    expect(bound).toBeGreaterThan(500);
  });

  test('the step in use lowers the energy under its weights every time', () => {
    for (const { rises } of runs) for (const rise of rises) expect(rise).toBeLessThanOrEqual(1e-14);
  });
});

test('without costs the same test finds steps that raise the energy', () => {
  const rises = Array.from({ length: 200 }, (_, seed) => watched(seed, { compat: 'seed', ceiling: 30 }, 1).rises);
  expect(rises.flat().filter((rise) => rise > 1e-6).length).toBeGreaterThan(0);
});
