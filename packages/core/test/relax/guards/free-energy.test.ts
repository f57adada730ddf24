import { expect, test } from 'vitest';
import { compile, defineSystem, entropy, freeEnergy, landau, monotone } from '../../../src/index.js';
import { taskAt } from '../../support/task.js';

const parabola = compile(defineSystem({ modules: { only: landau({ a: 1, b: 0 }) } }));

test('the entropy is that of independent coins, in nats', () => {
  expect(entropy(Float64Array.of(0, 1))).toBe(0);
  expect(entropy(Float64Array.of(0.5, 0.5))).toBeCloseTo(2 * Math.LN2, 15);
  expect(entropy(Float64Array.of(0.2))).toBeCloseTo(-(0.2 * Math.log(0.2) + 0.8 * Math.log(0.8)), 15);
});

test('a rise of the energy is accepted where the gain of entropy pays for it, and only there', () => {
  const { task, from } = taskAt(parabola, Float64Array.of(0.1));
  const to = task.point(Float64Array.of(0.5));
  const price = (to.energy - from.energy) / (entropy(to.eta) - entropy(from.eta));
  expect(price).toBeGreaterThan(0);
  expect(monotone().check(task, from, to).accept).toBe(false);
  expect(freeEnergy({ temperature: price * 1.001 }).check(task, from, to)).toEqual({ accept: true });
  const refused = freeEnergy({ temperature: price * 0.999 }).check(task, from, to);
  expect(refused).toMatchObject({
    accept: false,
    reason: expect.stringContaining('the free energy would rise by') as string,
  });
  expect(freeEnergy({ temperature: price * 0.999, tolerance: 0.01 }).check(task, from, to)).toEqual({ accept: true });
});

test('at temperature 0 it is the guard Monotone', () => {
  const { task, from } = taskAt(parabola, Float64Array.of(0.4));
  for (const eta of [0.2, 0.39, 0.41, 0.9]) {
    const to = task.point(Float64Array.of(eta));
    expect(freeEnergy({ temperature: 0 }).check(task, from, to).accept).toBe(monotone().check(task, from, to).accept);
  }
});
