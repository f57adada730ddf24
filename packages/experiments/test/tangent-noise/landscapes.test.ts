import { descent, fixedStep, maxSteps, norm, projectedNorm, steps, uniform } from '@cfc/core';
import { checkModule } from '@cfc/core/testing';
import { describe, expect, test } from 'vitest';
import { isotropicNoise } from '../../src/tangent-noise/isotropic-noise.js';
import { trapOf } from '../../src/tangent-noise/landscapes.js';
import { tiltedWell } from '../../src/tangent-noise/tilted-well.js';

test('TiltedWell keeps its contract', () => {
  const options = [{}, { h: 0.3 }, { a: 0.5, b: 0 }, { a: -2, b: 3, h: -1 }];
  expect(checkModule(tiltedWell, { options, inputs: [0, 0.3, 1] }).checks.length).toBeGreaterThan(5);
});

test('its wells lie at m = ±√½, the upper one deeper by 2 h √½ to first order', () => {
  const { family } = tiltedWell;
  const at = (m: number, h: number): number => family.energy((1 + m) / 2, tiltedWell({ h }).options, {});
  const well = Math.SQRT1_2;
  expect(at(well, 0)).toBeCloseTo(-0.25, 12);
  expect(family.slope((1 + well) / 2, tiltedWell().options, {})).toBeCloseTo(0, 12);
  expect(at(-well, 0.01) - at(well, 0.01)).toBeCloseTo(0.02 * well, 12);
});

describe.each(['wells 2', 'wells 8', 'wells 32', 'random 16'] as const)('%s', (landscape) => {
  const { system, minimum } = trapOf(landscape, 1);
  const gradient = new Float64Array(system.size);

  test('begins in a minimum that is not the lowest', () => {
    const energy = system.gradient(minimum, system.unit, gradient);
    expect(projectedNorm(minimum, gradient)).toBeLessThan(1e-8);
    for (let trial = 0; trial < 20; trial++) {
      const near = minimum.map((x, i) => x + 0.02 * (uniform(trial, 0, i) - 0.5));
      expect(system.difference(minimum, near, system.unit)).toBeGreaterThan(0);
    }
    const upper = new Float64Array(system.size).fill(0.86);
    if (landscape !== 'random 16') expect(system.energy(upper, system.unit)).toBeLessThan(energy);
  });
});

test('isotropic noise has its length and no mean direction', () => {
  const { system, minimum } = trapOf('wells 8', 0);
  const method = descent({ search: fixedStep({ step: 1e-12 }), explore: isotropicNoise({ magnitude: 0.01 }) });
  let [last, count] = [minimum, 0];
  const sum = new Float64Array(system.size);
  for (const { eta } of steps(system, minimum, { method, stop: maxSteps({ steps: 400 }), seed: 2 })) {
    const moved = eta.map((x, i) => x - last[i]!);
    expect(norm(moved)).toBeCloseTo(0.01, 6);
    moved.forEach((x, i) => (sum[i]! += x));
    last = eta;
    count++;
  }
  expect(count).toBe(400);
  expect(norm(sum)).toBeLessThan(3 * 0.01 * Math.sqrt(count));
});
