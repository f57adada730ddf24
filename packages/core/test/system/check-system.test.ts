import { describe } from 'vitest';
import { defineSystem, landau, moduleColumns, quadratic } from '../../src/index.js';
import { refused } from '../support/cases.js';

/* What programs without types may get wrong: one clear error each, before any work. */

describe('a system', () => {
  const modules = { order: landau(), gate: landau() };
  const wrong = (given: unknown) => () => defineSystem(given as never);
  refused([
    ['of nothing', wrong(undefined), 'INPUT_INVALID', 'undefined is not a system'],
    ['without modules', wrong({}), 'INPUT_INVALID', 'modules is undefined (at modules)'],
    [
      'with a key that no system has',
      wrong({ modules, coupling: [] }),
      'OPTION_UNKNOWN',
      'no key "coupling" (at the system). Did you mean "couplings"?',
    ],
    ['with another such key', wrong({ modules, signal: {} }), 'OPTION_UNKNOWN', 'Did you mean "signals"?'],
    [
      'with couplings that are no list',
      wrong({ modules, couplings: {} }),
      'INPUT_INVALID',
      'couplings is an object (at couplings)',
    ],
    ['with signals that are no map', wrong({ modules, signals: 3 }), 'INPUT_INVALID', 'signals is 3 (at signals)'],
    [
      'with a coupling that does not say between what',
      wrong({ modules, couplings: [{ use: quadratic() }] }),
      'INPUT_INVALID',
      'between is undefined (at couplings[0])',
    ],
    [
      'with a bare coupling',
      wrong({ modules, couplings: [quadratic()] }),
      'INPUT_INVALID',
      'an object is not a coupling between two modules (at couplings[0]). Write { use: quadratic(), between: [id, id] }',
    ],
    ['with nothing for a coupling', wrong({ modules, couplings: [null] }), 'INPUT_INVALID', 'null is not a coupling'],
    [
      'with a definition for a module',
      wrong({ modules: { x: landau } }),
      'INPUT_INVALID',
      'a function is not a module (at modules.x). Make one by calling its definition.',
    ],
    [
      'with modules in a list that are no columns',
      wrong({ modules: [landau()] }),
      'INPUT_INVALID',
      'an object is not a block of modules',
    ],
    [
      'with columns among the modules by id',
      wrong({ modules: { x: moduleColumns(landau, { count: 2 }) } }),
      'INPUT_INVALID',
      'is not a module (at modules.x)',
    ],
  ]);
});
