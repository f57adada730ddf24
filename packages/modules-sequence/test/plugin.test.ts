import { corePlugin, createRegistry } from '@cfc/core';
import { expect, test } from 'vitest';
import { sequenceConsistency, sequencePlugin } from '../src/index.js';

test('a registry offers the module by name, with its options typed', () => {
  const registry = createRegistry([corePlugin, sequencePlugin]);
  expect(registry.make.SequenceConsistencyModule).toBe(sequenceConsistency);
  const made = registry.make.SequenceConsistencyModule({ alpha: 0.5, samples: 64 });
  expect(made.options).toEqual({ alpha: 0.5, beta: 1, samples: 64, seed: 0 });
  // @ts-expect-error -- no such option
  expect(() => registry.make.SequenceConsistencyModule({ gamma: 1 })).toThrow('OPTION_UNKNOWN');
});

test('options out of range are refused when the module is made', () => {
  for (const options of [{ alpha: -1 }, { beta: -1 }, { samples: 0 }, { samples: 2.5 }, { seed: -1 }]) {
    expect(() => sequenceConsistency(options)).toThrow('OPTION_INVALID');
  }
});
