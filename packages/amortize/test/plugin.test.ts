import { corePlugin, createRegistry } from '@cfc/core';
import { expect, test } from 'vitest';
import { activeSet, amortizePlugin, competenceSchedule } from '../src/index.js';

test('a registry offers the method and the schedule by name', () => {
  const registry = createRegistry([corePlugin, amortizePlugin]);
  expect(registry.make.ActiveSet).toBe(activeSet);
  expect(registry.make.Competence).toBe(competenceSchedule);
  // @ts-expect-error -- no such option
  expect(() => registry.make.ActiveSet({ size: 1 })).toThrow('OPTION_UNKNOWN');
});
