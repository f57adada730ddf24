import { expect, test } from 'vitest';
import {
  type CompiledSystem,
  type StepEvent,
  compile,
  coordinate,
  defineSystem,
  landau,
  maxSteps,
  relax,
} from '../../../src/index.js';
import { mixed, mixedStart } from '../../support/mixed.js';
import { gradientOf } from '../../support/systems.js';

/** Modules of slope `-h` each, whatever η. */
const slopes = (...given: number[]): CompiledSystem =>
  compile(defineSystem({ modules: Object.fromEntries(given.map((g, i) => [`m${i}`, landau({ a: 0, b: 0, h: -g })])) }));
const rowsOf = (system: CompiledSystem, eta: number[], options = {}, steps = 1): number[] => {
  const events: StepEvent[] = [];
  const observers = [(event: StepEvent) => events.push(event)];
  relax(system, Float64Array.from(eta), { method: coordinate(options), stop: maxSteps({ steps }), observers });
  return events.map(({ facts }) => facts['row'] ?? -1);
};

test('the row with the steepest slope moves', () => {
  expect(rowsOf(slopes(0.2, -0.9, 0.5), [0.5, 0.5, 0.5])).toEqual([1]);
});

test('among equals, also up to rounding, the lowest index moves', () => {
  expect(rowsOf(slopes(0.1, 0.5, -0.5, 0.5), [0.5, 0.5, 0.5, 0.5])).toEqual([1]);
  expect(rowsOf(slopes(0.3, 0.1 + 0.2), [0.5, 0.5])).toEqual([0]);
  expect(rowsOf(slopes(0.1 + 0.2, 0.3), [0.5, 0.5])).toEqual([0]);
});

test('a row that pushes against its wall is passed over', () => {
  expect(rowsOf(slopes(5, -0.9, -7), [0, 0.5, 1])).toEqual([1]);
});

test('a row that can hardly move does not hide the others', () => {
  const system = slopes(5, 0.5);
  const eta = Float64Array.of(1e-9, 0.5);
  expect(rowsOf(system, [...eta], { tolerance: 1e-6 })).toEqual([1]);
  const solution = relax(system, eta, { method: coordinate({ tolerance: 1e-6, step: 1 }) });
  expect(solution.vector).toEqual(Float64Array.of(1e-9, 0));
  expect(solution).toMatchObject({ outcome: 'converged', reason: 'no projected gradient exceeds 0.000001' });
});

test('a move is step · slope, or the step itself', () => {
  const end = (length: 'gradient' | 'unit') =>
    relax(slopes(0.4), Float64Array.of(0.5), {
      method: coordinate({ step: 0.1, length }),
      stop: maxSteps({ steps: 1 }),
    });
  expect(end('gradient').vector[0]).toBeCloseTo(0.46, 14);
  expect(end('unit').vector[0]).toBeCloseTo(0.4, 14);
});

test('energy and gradient stay those of a fresh evaluation over many steps', () => {
  const { state } = relax(mixed, mixedStart, { method: coordinate({ step: 0.02 }), stop: maxSteps({ steps: 500 }) });
  const { eta, energy, gradient } = state.point;
  expect(state.accepted).toBe(500);
  expect(Math.abs(energy - mixed.energy(eta, mixed.unit))).toBeLessThanOrEqual(1e-13);
  gradientOf(mixed, eta).forEach((slope, i) => {
    expect(Math.abs(gradient![i]! - slope)).toBeLessThanOrEqual(1e-13);
  });
});

test('a step that is lost in rounding is no convergence, and the reason says so', () => {
  const solution = relax(slopes(0.4), Float64Array.of(0.5), { method: coordinate({ step: 1e-20 }) });
  expect(solution).toMatchObject({
    outcome: 'refused',
    reason: 'the step along the slope 4.00e-1 is lost in rounding',
  });
});
