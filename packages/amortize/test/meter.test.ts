import {
  type System,
  auto,
  compile,
  couplingColumns,
  defineSystem,
  fista,
  gaussSeidel,
  landau,
  localSlope,
  maxSteps,
  moduleColumns,
  quadratic,
  relax,
} from '@cfc/core';
import { describe, expect, test } from 'vitest';
import { metered, visitsIn } from '../src/index.js';
import { sensors } from './support/sensors.js';

const system = compile(sensors());
const COUPLINGS = 160;
const eta = new Float64Array(40).fill(0.4);
const out = new Float64Array(40);

/** A chain whose modules are numbered so that neighbours are far from each other: compiled, it gets a layout of its own. */
function shuffledChain(size: number): System {
  const place = Int32Array.from({ length: size }, (_, i) => (i * 19_937) % size);
  const modules = [moduleColumns(landau, { count: size, with: { h: 0.5 } })];
  const couplings = [couplingColumns(quadratic, { a: place.slice(1), b: place.slice(0, -1) })];
  return defineSystem({ modules, couplings });
}

describe('a metered system', () => {
  test.each([
    ['an energy', 1, () => meter.system.energy(eta, system.unit)],
    ['a gradient', 1, () => meter.system.gradient(eta, system.unit, out)],
    ['a difference', 1, () => meter.system.difference(eta, eta, system.unit)],
    ['a Hessian product', 1, () => meter.system.hessianProduct(eta, system.unit, eta, out)],
    ['row bounds', 1, () => meter.system.rowBounds(eta, system.unit)],
    ['energies of terms', 1, () => meter.system.termEnergies(eta, system.unit)],
    [
      'what no coupling enters',
      0,
      () => [meter.system.lacks('prox'), localSlope(meter.system, 1, 0.5, system.unit), meter.system.vector()],
    ],
    ['a meter on a meter', 1, () => metered(meter.system).system.energy(eta, system.unit)],
    ['a sweep', 2, () => meter.system.sweep(eta.slice(), system.unit, out)],
  ])('counts %s as %d passes', (_what, passes, ask) => {
    meter = metered(system);
    ask();
    expect(meter.passes()).toBe(passes);
    expect(meter.visits()).toBe(passes * COUPLINGS);
  });

  test('counts the couplings of a module that is shifted, and conjugate gradients by their products', () => {
    meter = metered(system);
    meter.system.shift(3, 0.9, eta, system.unit, null);
    expect(meter.visits()).toBe(system.incidence.start[4]! - system.incidence.start[3]!);
    meter = metered(system);
    const gradient = new Float64Array(40);
    system.gradient(eta, system.unit, gradient);
    const inverse = new Float64Array(40).fill(1);
    const work = [0, 0, 0].map(() => new Float64Array(40)) as [Float64Array, Float64Array, Float64Array];
    const { products } = meter.system.solve(eta, system.unit, gradient, inverse, new Float64Array(40), work, 1e-6, 50);
    expect(products).toBeGreaterThan(2);
    expect(meter.passes()).toBe(products);
  });

  test.each([auto(), fista(), gaussSeidel()])('relaxes to the same bits: $name', (method) => {
    const plan = { method, stop: maxSteps({ steps: 20 }) };
    meter = metered(system);
    const counted = relax(meter.system, eta, plan);
    const plain = relax(system, eta, plan);
    expect(Array.from(counted.vector)).toEqual(Array.from(plain.vector));
    const { energy, gradient } = counted.evaluations;
    expect(meter.passes()).toBeGreaterThanOrEqual(energy + gradient);
  });

  test('counts what runs on the inner layout of a large system', () => {
    const large = compile(shuffledChain(40_000));
    expect(large.inner === null).toBe(false);
    meter = metered(large);
    const start = new Float64Array(large.size).fill(0.5);
    relax(meter.system, start, { method: auto(), stop: maxSteps({ steps: 1 }) });
    const passes = meter.passes();
    expect(passes).toBeGreaterThanOrEqual(4);
    expect(Number.isInteger(passes)).toBe(true);
  });

  test('counts modules where there are no couplings', () => {
    const alone = compile(defineSystem({ modules: { a: landau(), b: landau() } }));
    meter = metered(alone);
    alone.ids.forEach((_, i) => meter.system.shift(i, 0.5, Float64Array.of(0.1, 0.2), alone.unit, null));
    expect(meter.visits()).toBe(2);
    expect(meter.passes()).toBe(1);
  });
});

let meter = metered(system);

test('a step that reports no visits of its own made none', () => {
  expect(visitsIn({ step: 1 })).toBe(0);
  expect(visitsIn({ visits: 12 })).toBe(12);
});
