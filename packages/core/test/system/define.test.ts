import { describe, expect, test } from 'vitest';
import {
  type System,
  compile,
  couplingColumns,
  dampedGateBenefit,
  defineCoupling,
  defineModule,
  defineSystem,
  gateBenefit,
  landau,
  localSlope,
  moduleColumns,
  neededNumber,
  quadratic,
  relax,
} from '../../src/index.js';
import { codeOf, errorOf } from '../support/errors.js';
import { methods } from '../support/plans.js';

const modules = { order: landau(), gate: landau({ a: 0.5 }) };
const link = { use: quadratic(), between: ['order', 'gate'] as const };

/** What a program without types might hand over. */
const loosely = (given: object): System => defineSystem(given as never);

describe('a system is checked whole before any work starts', () => {
  const cases: readonly (readonly [string, object, string, string])[] = [
    ['no modules', { modules: {} }, 'INPUT_INVALID', 'a system without modules (at modules)'],
    ['something that is no module', { modules: { x: 3 } }, 'INPUT_INVALID', '3 is not a module (at modules.x)'],
    ['a coupling for a module', { modules: { x: quadratic() } }, 'INPUT_INVALID', 'an object is not a module'],
    [
      'something that is no coupling',
      { modules, couplings: [{ use: landau(), between: ['order', 'gate'] }] },
      'INPUT_INVALID',
      'an object is not a coupling (at couplings[0])',
    ],
    [
      'an unknown id, with a suggestion',
      { modules, couplings: [link, { use: quadratic(), between: ['order', 'gat'] }] },
      'NAME_UNKNOWN',
      'no module "gat" (at couplings[1].between). Did you mean "gate"?',
    ],
    [
      'a coupling of a module with itself',
      { modules, couplings: [{ use: quadratic(), between: ['gate', 'gate'] }] },
      'INPUT_INVALID',
      'a coupling of module "gate" with itself (at couplings[0])',
    ],
    [
      'a pair of three',
      { modules, couplings: [{ use: quadratic(), between: ['a', 'b', 'c'] }] },
      'INPUT_INVALID',
      'between is a list of 3',
    ],
    [
      'no pair at all',
      { modules, couplings: [{ use: quadratic(), between: undefined }] },
      'INPUT_INVALID',
      'between is undefined',
    ],
    [
      'a signal that is missing',
      { modules, couplings: [{ use: gateBenefit(), between: ['gate', 'order'] }], signals: { delta_eta_domian: 1 } },
      'NAME_UNKNOWN',
      'GateBenefitCoupling reads the signal "delta_eta_domain", which the system does not give (at signals)',
    ],
    [
      'a signal that is no number',
      { modules, signals: { gain: NaN } },
      'INPUT_INVALID',
      'NaN is not a finite number (at signals.gain)',
    ],
    ['a signal that is text', { modules, signals: { gain: 'much' } }, 'INPUT_INVALID', '"much" is not a finite number'],
    [
      'a weight of a term that is not there',
      { modules, couplings: [link], weights: { 'coup:QuadraticCouplin': 1 } },
      'NAME_UNKNOWN',
      'no term "coup:QuadraticCouplin" (at weights). Did you mean "coup:QuadraticCoupling"?',
    ],
    [
      'a negative weight',
      { modules, weights: { 'local:LandauModule': -1 } },
      'OPTION_INVALID',
      'the weight -1 (at weights.local:LandauModule)',
    ],
    [
      'a weight that is no number',
      { modules, weights: { 'local:LandauModule': NaN } },
      'OPTION_INVALID',
      'the weight NaN',
    ],
  ];
  test.each(cases)('%s', (_name, given, code, told) => {
    const error = errorOf(() => loosely(given));
    expect(error.code).toBe(code);
    expect(error.message).toContain(told);
  });

  test('two different families of one name', () => {
    const impostor = defineCoupling({
      name: 'QuadraticCoupling',
      meaning: 'another one',
      options: {},
      energy: () => 0,
      slopes: () => undefined,
      bend: () => [0, 0, 0],
    });
    const couplings = [link, { use: impostor(), between: ['order', 'gate'] as const }];
    const error = errorOf(() => defineSystem({ modules, couplings }));
    expect(error.code).toBe('NAME_TAKEN');
    expect(error.what).toContain('QuadraticCoupling');
  });

  test('order parameters are checked when a run begins', () => {
    const system = compile(defineSystem({ modules }));
    const begin = (eta: unknown) => errorOf(() => relax(system, eta as never, { method: methods['backtracking']! }));
    expect(begin(Float64Array.of(0.5))).toMatchObject({
      code: 'INPUT_INVALID',
      what: '1 order parameters for 2 modules',
    });
    expect(begin(Float64Array.of(0.5, 1.5))).toMatchObject({
      code: 'INPUT_INVALID',
      what: 'η is 1.5',
      where: 'eta.gate',
    });
    expect(begin(Float64Array.of(-0.1, 0))).toMatchObject({ code: 'INPUT_INVALID', where: 'eta.order' });
    expect(begin(Float64Array.of(NaN, 0))).toMatchObject({ code: 'INPUT_INVALID', what: 'η is NaN' });
    expect(begin({ order: 0.5 })).toMatchObject({ code: 'INPUT_INVALID', where: 'eta.gate' });
    expect(begin({ order: 0.5, gates: 0.5 })).toMatchObject({ code: 'NAME_UNKNOWN', what: 'no module "gates"' });
  });
});

describe('columns define the same system as objects, to the bit', () => {
  const ends = [
    [0, 1],
    [2, 1],
    [1, 3],
  ] as const;
  const a = [0.3, -0.4, 1, 0.2];
  const weight = [0.5, 1.5, 2];
  const power = [1, 2, 3];
  const objects = defineSystem({
    modules: Object.fromEntries(a.map((value, i) => [`m${i}`, landau({ a: value, b: 0.5 })])),
    couplings: [
      ...ends.map(([i, j], k) => ({ use: quadratic({ weight: weight[k]! }), between: [`m${i}`, `m${j}`] as const })),
      ...ends.map(([i, j], k) => ({
        use: dampedGateBenefit({ etaPower: power[k]!, signal: k === 1 ? 'loss' : 'gain' }),
        between: [`m${j}`, `m${i}`] as const,
      })),
    ],
    signals: { gain: 0.2, loss: -0.3 },
    weights: { 'coup:QuadraticCoupling': 1.3 },
  });
  const [first, second] = [0, 1].map((end) => Int32Array.from(ends, (pair) => pair[end]!)) as [Int32Array, Int32Array];
  const columns = defineSystem({
    modules: [moduleColumns(landau, { count: 4, prefix: 'm', with: { a: Float64Array.from(a), b: 0.5 } })],
    couplings: [
      couplingColumns(quadratic, { a: first, b: second, with: { weight: Float64Array.from(weight) } }),
      couplingColumns(dampedGateBenefit, {
        a: second,
        b: first,
        with: { etaPower: Float64Array.from(power), signal: ['gain', 'loss', 'gain'] },
      }),
    ],
    signals: { gain: 0.2, loss: -0.3 },
    weights: { 'coup:QuadraticCoupling': 1.3 },
  });

  test('ids, terms, order and every evaluation', () => {
    const [one, two] = [objects as System, columns].map((system) => compile(system)) as [
      ReturnType<typeof compile>,
      ReturnType<typeof compile>,
    ];
    expect(two.ids).toEqual(one.ids);
    expect(two.terms).toEqual(one.terms);
    expect(two.sequence).toEqual(one.sequence);
    expect(two.incidence).toEqual(one.incidence);
    const eta = Float64Array.of(0.9, 0.3, 0.6, 0.1);
    expect(two.energy(eta, two.unit)).toBe(one.energy(eta, one.unit));
    expect(two.termNorms(eta, two.unit)).toEqual(one.termNorms(eta, one.unit));
    expect(two.rowBounds(eta, two.unit)).toEqual(one.rowBounds(eta, one.unit));
    for (const method of Object.values(methods)) {
      const plan = {
        method,
        stop: {
          init: () => 0,
          check: (seen: { steps: number }) => ({
            state: 0,
            verdict: seen.steps < 8 ? null : { reason: 'done', converged: false },
          }),
        },
      };
      expect(relax(two, eta, plan).vector).toEqual(relax(one, eta, plan).vector);
    }
  });

  test('ids of columns carry the family name where no prefix is given', () => {
    expect(defineSystem({ modules: [moduleColumns(landau, { count: 2 })] }).ids).toEqual([
      'LandauModule.0',
      'LandauModule.1',
    ]);
  });

  test('objects and columns in any mix keep the order of definition', () => {
    const mixed = compile(
      defineSystem({
        modules: [
          moduleColumns(landau, { count: 2, prefix: 'x' }),
          moduleColumns(landau, { count: 1, prefix: 'y', with: { a: 9 } }),
        ],
        couplings: [
          { use: gateBenefit({ signal: 's' }), between: ['x0', 'x1'] },
          couplingColumns(quadratic, {
            a: Int32Array.of(0, 1),
            b: Int32Array.of(2, 2),
            with: { weight: Float64Array.of(5, 6) },
          }),
          { use: gateBenefit({ signal: 's' }), between: ['y0', 'x0'] },
          { use: quadratic({ weight: 7 }), between: ['x0', 'x1'] },
        ],
        signals: { s: 1 },
      }),
    );
    const order = Array.from(mixed.sequence.group, (g, c) => {
      const group = mixed.couplings[g]!;
      const k = mixed.sequence.item[c]!;
      return [group.name, group.a[k], group.b[k], group.at(k)['weight']];
    });
    expect(order).toEqual([
      ['GateBenefitCoupling', 0, 1, 1],
      ['QuadraticCoupling', 0, 2, 5],
      ['QuadraticCoupling', 1, 2, 6],
      ['GateBenefitCoupling', 2, 0, 1],
      ['QuadraticCoupling', 0, 1, 7],
    ]);
    const { start, coupling, other } = mixed.incidence;
    const neighbours = (i: number) =>
      [...coupling.subarray(start[i], start[i + 1])].map((c, k) => [c, other[start[i]! + k]]);
    expect(neighbours(0)).toEqual([
      [0, 1],
      [1, 2],
      [3, 2],
      [4, 1],
    ]);
    expect(neighbours(2)).toEqual([
      [1, 0],
      [2, 1],
      [3, 0],
    ]);
    expect(localSlope(mixed, 2, 1, mixed.unit)).toBe(2 * 9 + 4);
  });
});

describe('bad columns have clear errors', () => {
  const two = Int32Array.of(0, 1);
  const cases: readonly (readonly [string, () => unknown, string, string])[] = [
    [
      'an unknown column',
      () => moduleColumns(landau, { count: 2, with: { aa: 1 } as object }),
      'OPTION_UNKNOWN',
      'no column "aa" (at LandauModule). Did you mean "a"?',
    ],
    [
      'too few entries',
      () => moduleColumns(landau, { count: 3, with: { a: Float64Array.of(1, 2) } }),
      'OPTION_INVALID',
      'the column has 2 entries for 3 instances (at LandauModule.a)',
    ],
    [
      'NaN, with its index',
      () => moduleColumns(landau, { count: 2, with: { a: Float64Array.of(1, NaN) } }),
      'OPTION_INVALID',
      'NaN is not a finite number (at LandauModule.a[1])',
    ],
    [
      'a value out of range',
      () => moduleColumns(landau, { count: 2, with: { b: Float64Array.of(1, -1) } }),
      'OPTION_INVALID',
      '-1 is not a finite number >= 0 (at LandauModule.b[1])',
    ],
    [
      'one value for all out of range',
      () => moduleColumns(landau, { count: 2, with: { b: -1 } }),
      'OPTION_INVALID',
      '(at LandauModule.b)',
    ],
    [
      'a text that is empty',
      () => couplingColumns(gateBenefit, { a: two, b: two, with: { signal: ['s', ''] } }),
      'OPTION_INVALID',
      '(at GateBenefitCoupling.signal[1])',
    ],
    [
      'ends of different length',
      () => couplingColumns(quadratic, { a: two, b: Int32Array.of(1) }),
      'INPUT_INVALID',
      'a has 2 entries and b has 1',
    ],
    ['a count that is none', () => moduleColumns(landau, { count: 1.5 }), 'INPUT_INVALID', 'a count of 1.5'],
    ['a negative count', () => moduleColumns(landau, { count: -1 }), 'INPUT_INVALID', 'a count of -1'],
  ];
  test.each(cases)('%s', (_name, run, code, told) => {
    const error = errorOf(run);
    expect(error.code).toBe(code);
    expect(error.message).toContain(told);
  });

  test('a column that is needed and missing', () => {
    const deep = defineModule({
      name: 'DeepModule',
      meaning: 'a needed option',
      options: { depth: neededNumber('how deep') },
      eta: (input: number) => input,
      energy: (_eta, { depth }) => depth,
      slope: () => 0,
    });
    const error = errorOf(() => moduleColumns(deep, { count: 2 }));
    expect(error.message).toBe('OPTION_INVALID: this column is needed (at DeepModule.depth). It is: how deep.');
    const system = compile(
      defineSystem({ modules: [moduleColumns(deep, { count: 2, with: { depth: Float64Array.of(1, 2) } })] }),
    );
    expect(system.energy(Float64Array.of(0, 0), system.unit)).toBe(3);
  });

  const pair = [moduleColumns(landau, { count: 2, prefix: 'm' })];
  const couplingsOf = (a: number, b: number) => [
    couplingColumns(quadratic, { a: Int32Array.of(a), b: Int32Array.of(b) }),
  ];

  test('an index out of range, and one with itself', () => {
    const far = errorOf(() => defineSystem({ modules: pair, couplings: couplingsOf(0, 2) }));
    expect(far.message).toContain(
      'coupling 0 stands between modules 0 and 2 of 2 (at QuadraticCoupling). Give indices from 0 to 1.',
    );
    expect(codeOf(() => defineSystem({ modules: pair, couplings: couplingsOf(-1, 1) }))).toBe('NAME_UNKNOWN');
    expect(codeOf(() => defineSystem({ modules: pair, couplings: couplingsOf(1, 1) }))).toBe('INPUT_INVALID');
  });

  test('two blocks that make the same ids', () => {
    const system = defineSystem({ modules: [...pair, ...pair] });
    expect(errorOf(() => system.ids).what).toBe('two blocks of modules make the same ids');
  });
});
