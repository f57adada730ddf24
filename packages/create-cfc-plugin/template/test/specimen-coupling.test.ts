import { checkCoupling } from '@cfc/core/testing';
import { expect, test } from 'vitest';
import { specimenCoupling } from '../src/index.js';

test('SpecimenCoupling keeps the contract', () => {
  checkCoupling(specimenCoupling, { options: [{}, { weight: 2, limit: 0.7 }] });
});

test('its energy is weight max(0, a + b - limit)²', () => {
  const { family, options } = specimenCoupling({ weight: 2, limit: 1 });
  expect(family.energy(0.75, 0.75, options, {})).toBe(0.5);
  expect(family.energy(0.25, 0.5, options, {})).toBe(0);
});
