import { expect, test } from 'vitest';
import { compile, defineModule, defineSystem, moduleColumns, text } from '../../src/index.js';
import { codeOf, errorOf } from '../support/errors.js';

test('modules name the signals that they read, as couplings do', () => {
  const lit = defineModule({
    name: 'LitModule',
    meaning: 'reads a signal',
    options: { signal: text('light', 'name of the signal') },
    eta: (input: number) => input,
    signals: ({ signal }) => [signal],
    energy: (eta, { signal }, signals) => signals[signal]! * eta,
    slope: (_eta, { signal }, signals) => signals[signal]!,
  });
  const error = errorOf(() => defineSystem({ modules: { x: lit({ signal: 'lamp' }) } }));
  expect(error.message).toBe(
    'NAME_UNKNOWN: LitModule reads the signal "lamp", which the system does not give (at signals). ' +
      'Give it, for example signals: { lamp: 0 }.',
  );
  const columns = [moduleColumns(lit, { count: 2, with: { signal: ['light', 'lamp'] } })];
  expect(codeOf(() => defineSystem({ modules: columns, signals: { light: 1 } }))).toBe('NAME_UNKNOWN');
  const system = compile(defineSystem({ modules: columns, signals: { light: 1, lamp: 2 } }));
  expect(system.energy(Float64Array.of(1, 1), system.unit)).toBe(3);
});
