import { checkModule } from '@cfc/core/testing';
import { expect, test } from 'vitest';
import { specimenModule } from '../src/index.js';

test('SpecimenModule keeps the contract', () => {
  checkModule(specimenModule, {
    options: [{}, { best: 0.8, strength: 3 }],
    inputs: [
      { used: 3, of: 4 },
      { used: 9, of: 4 },
    ],
  });
});

test('its energy is strength (η - best)²', () => {
  const { family, options } = specimenModule({ best: 0.25, strength: 2 });
  expect(family.energy(0.75, options, {})).toBe(0.5);
});

test('it reads η = used / of, at most 1, and refuses what is no share', () => {
  const { family, options } = specimenModule();
  expect(family.eta({ used: 3, of: 4 }, options)).toBe(0.75);
  expect(family.eta({ used: 9, of: 4 }, options)).toBe(1);
  expect(() => family.eta({ used: -1, of: 4 }, options)).toThrow('INPUT_INVALID');
});

test('options out of range are refused when the module is made', () => {
  expect(() => specimenModule({ best: 1.5 })).toThrow('OPTION_INVALID');
});
