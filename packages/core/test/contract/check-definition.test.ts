import { describe } from 'vitest';
import { defineCoupling, defineMethod, defineModule, number, numbers, text } from '../../src/index.js';
import { type Case, refused } from '../support/cases.js';

/* What programs without types may get wrong: one clear error each, before any work. */

describe('a definition', () => {
  const sound = { name: 'OddModule', meaning: '', options: {}, eta: (x: number) => x, energy: () => 0, slope: () => 0 };
  const link = {
    name: 'OddCoupling',
    meaning: '',
    options: {},
    energy: () => 0,
    slopes: () => 0,
    bend: () => [0, 0, 0],
  };
  const module = (fault: object) => () => defineModule({ ...sound, ...fault } as never);
  const coupling = (fault: object) => () => defineCoupling({ ...link, ...fault } as never);
  refused([
    ...['eta', 'energy', 'slope'].map((key): Case => [
      `of a module without ${key}`,
      module({ [key]: undefined }),
      'INPUT_INVALID',
      `the function "${key}" is missing (at OddModule)`,
    ]),
    ...['energy', 'slopes', 'bend'].map((key): Case => [
      `of a coupling without ${key}`,
      coupling({ [key]: undefined }),
      'INPUT_INVALID',
      `the function "${key}" is missing (at OddCoupling)`,
    ]),
    [
      'with a number for a function',
      module({ slope: 2 }),
      'INPUT_INVALID',
      'slope is 2 (at OddModule). defineModule needs the functions eta, energy, slope.',
    ],
    ['without a name', module({ name: undefined }), 'INPUT_INVALID', 'the name is undefined (at defineModule)'],
    ['without options', module({ options: undefined }), 'INPUT_INVALID', 'options are undefined (at OddModule)'],
    ...(
      [
        ['weight of gap is "heft"', { weight: 'heft', alpha: 1, beta: 1, oneSided: true }],
        ['weight of gap is 1', { weight: 1, alpha: 1, beta: 1, oneSided: true }],
        ['beta of gap is 2', { weight: 'w', alpha: 'w', beta: 2, oneSided: true }],
        ['oneSided of gap is undefined', { weight: 'w', alpha: 'w', beta: 1 }],
        ['gap is a function', () => 0],
      ] as const
    ).map(([told, gap]): Case => [
      `of a coupling whose ${told}`,
      coupling({ options: { w: number(1, ''), kind: text('red', '') }, gap }),
      'INPUT_INVALID',
      told,
    ]),
    [
      'of nothing',
      () => defineModule(undefined as never),
      'INPUT_INVALID',
      'undefined is no definition (at defineModule)',
    ],
    [
      'of a piece without make',
      () => defineMethod({ name: 'Odd', meaning: '', options: {} } as never),
      'INPUT_INVALID',
      'the function "make" is missing (at Odd). defineMethod needs',
    ],
    [
      'with an option that is no field',
      module({ options: { at: 0.5 } }),
      'INPUT_INVALID',
      '0.5 is no field (at OddModule.at)',
    ],
    [
      'with a default out of its range',
      module({ options: { at: number(2, '', { max: 1 }) } }),
      'OPTION_INVALID',
      'the default 2 is not a finite number <= 1 (at OddModule.at)',
    ],
    [
      'with a bound that no range has',
      module({ options: { at: number(2, '', { minimum: 0 } as object) } }),
      'OPTION_UNKNOWN',
      'no bound "minimum" of a range (at OddModule.at)',
    ],
    [
      'with such a bound of many numbers',
      module({ options: { at: numbers('', { Max: 0 } as object) } }),
      'OPTION_UNKNOWN',
      'Did you mean "max"?',
    ],
  ]);
});
