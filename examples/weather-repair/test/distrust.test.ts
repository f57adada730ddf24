import { checkCoupling } from '@cfc/core/testing';
import { expect, test } from 'vitest';
import { distrust } from '../src/distrust.js';

test('DistrustCoupling keeps the contract of couplings', () => {
  const options = [{}, { weight: 4, target: 0 }, { weight: 0.3, target: 1 }, { weight: 2, target: 0.37 }];
  expect(() => checkCoupling(distrust, { options })).not.toThrow();
});

test('an open gate frees the day, a closed one binds it', () => {
  const { energy } = distrust.family;
  expect(energy(0, 0.9, { weight: 2, target: 0.4 }, {})).toBeCloseTo(0.5, 12);
  expect(energy(1, 0.9, { weight: 2, target: 0.4 }, {})).toBe(0);
});
