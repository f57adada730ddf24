import { describe, expect, test } from 'vitest';
import {
  type ModuleFamily,
  type Plan,
  admm,
  compile,
  coordinate,
  defineCoupling,
  defineModule,
  defineSystem,
  descent,
  fista,
  gaussSeidel,
  landau,
  localSlope,
  maxSteps,
  monotone,
  projectedNewton,
  proximal,
  quadratic,
  relax,
} from '../../src/index.js';
import { errorOf } from '../support/errors.js';

/* Every function of a family may be the culprit, not energy and slope alone. */

const fail = (): never => {
  throw new Error('out of order');
};
const stop = maxSteps({ steps: 3 });
const start = Float64Array.of(0.2, 0.3);
const methods = {
  newton: projectedNewton(),
  sweeps: gaussSeidel(),
  accelerated: fista(),
  coordinate: coordinate(),
  proximal: proximal(),
  admm: admm(),
};

const parabola: ModuleFamily<Record<never, never>, number> = {
  eta: (input) => input,
  energy: (eta) => eta * eta,
  slope: (eta) => 2 * eta,
  curvature: () => 2,
  bend: () => 2,
  difference: (from, to) => (to - from) * (to + from),
};

describe('a fault of a module names function, family and id', () => {
  const cases: readonly (readonly [keyof typeof methods, Partial<typeof parabola>, string])[] = [
    ['newton', { curvature: () => NaN }, 'curvature of "OddModule" is NaN for η = 0.2'],
    ['sweeps', { curvature: fail }, 'curvature of "OddModule" threw "out of order" for η = 0.2'],
    ['accelerated', { bend: () => NaN }, 'bend: the bound of "OddModule" is NaN for η = 0.2'],
    ['accelerated', { bend: fail }, 'bend: the bound of "OddModule" threw "out of order" for η = 0.2'],
    ['accelerated', { bend: () => undefined as never }, 'bend: the bound of "OddModule" is undefined for η = 0.2'],
    ['sweeps', { difference: () => NaN }, 'difference of "OddModule" is NaN for η from '],
    ['sweeps', { difference: fail }, 'difference of "OddModule" threw "out of order" for η from 0.2 to '],
    ['coordinate', { fold: () => ({ h: NaN, a: 0, b: 0 }) }, 'fold of "OddModule" is NaN for all η'],
    ['coordinate', { pack: () => () => NaN }, 'the packed loop of "OddModule" is NaN for this point'],
  ];
  test.each(cases)('%s with %o', (method, fault, told) => {
    const odd = defineModule({ name: 'OddModule', meaning: 'odd', options: {}, ...parabola, ...fault });
    const error = errorOf(() => {
      const system = compile(defineSystem({ modules: { odd: odd(), fine: landau() } }));
      relax(system, start, { method: methods[method], guard: monotone(), stop });
    });
    expect(error.what.startsWith(told), error.message).toBe(true);
    expect(error.code).toBe('ENERGY_INVALID');
    expect(error.where).toBe(told.startsWith('the packed') ? 'all of its modules' : 'odd');
  });

  test('also where a guard asks for the difference of two points', () => {
    const odd = defineModule({ name: 'OddModule', meaning: '', options: {}, ...parabola, difference: () => NaN });
    const system = compile(defineSystem({ modules: { fine: landau(), odd: odd() } }));
    const error = errorOf(() => system.difference(start, Float64Array.of(0.2, 0.4), system.unit));
    expect(error).toMatchObject({ what: 'difference of "OddModule" is NaN for η from 0.3 to 0.4', where: 'odd' });
  });

  test('also where its slope spoils the norms of the terms', () => {
    const odd = defineModule({ name: 'OddModule', meaning: '', options: {}, ...parabola, slope: () => NaN });
    const system = compile(defineSystem({ modules: { fine: landau(), odd: odd() } }));
    for (const measured of [
      () => system.termNorms(start, system.unit),
      () => localSlope(system, 1, 0.3, system.unit),
    ]) {
      expect(errorOf(measured)).toMatchObject({ what: 'slope of "OddModule" is NaN for η = 0.3', where: 'odd' });
    }
  });
});

describe('a fault of a coupling names function, family and both ids', () => {
  const { gap: _gap, pack: _pack, ...sound } = quadratic.family;
  const options = quadratic.fields;
  const cases: readonly (readonly [keyof typeof methods, Partial<typeof sound>, string])[] = [
    ['proximal', { prox: () => [NaN, 0] }, 'prox of "OddCoupling" is (NaN, 0) for (0.'],
    ['proximal', { prox: fail }, 'prox of "OddCoupling" threw "out of order" for (0.'],
    ['admm', { prox: () => [0.5, Infinity] }, 'prox of "OddCoupling" is (0.5, Infinity) for (0.'],
    [
      'newton',
      { curvatures: (_a, _b, _o, _s, out) => void out.fill(NaN) },
      'curvatures of "OddCoupling" is NaN for (0.2, 0.3)',
    ],
    ['sweeps', { curvatures: fail }, 'curvatures of "OddCoupling" threw "out of order" for (0.2, 0.3)'],
    ['accelerated', { bend: () => [2, NaN, 2] }, 'bend: the bound of "OddCoupling" is NaN for (0.2, 0.3)'],
    ['accelerated', { bend: () => undefined as never }, 'bend: the bound of "OddCoupling" is undefined for (0.2, 0.3)'],
    ['accelerated', { bend: fail }, 'bend: the bound of "OddCoupling" threw "out of order" for (0.2, 0.3)'],
    ['coordinate', { difference: () => NaN }, 'difference of "OddCoupling" is NaN for (0.2, 0.3) to ('],
  ];
  test.each(cases)('%s with %o', (method, fault, told) => {
    const odd = defineCoupling({ name: 'OddCoupling', meaning: 'odd', options, ...sound, ...fault });
    const error = errorOf(() => {
      const couplings = [{ use: odd(), between: ['x', 'y'] as const }];
      const system = compile(defineSystem({ modules: { x: landau(), y: landau() }, couplings }));
      relax(system, start, { method: methods[method], guard: monotone(), stop });
    });
    expect(error).toMatchObject({ code: 'ENERGY_INVALID', where: 'x, y' });
    expect(error.what.startsWith(told), error.message).toBe(true);
  });
});

test('a packed loop that throws when it is made names its family', () => {
  const odd = defineModule({ name: 'OddModule', meaning: '', options: {}, ...parabola, pack: fail });
  const error = errorOf(() => compile(defineSystem({ modules: { odd: odd() } })));
  expect(error).toMatchObject({ code: 'ENERGY_INVALID', what: 'pack of "OddModule" threw "out of order"' });
});

test('faultAt asks everybody, and is null where all are sound', () => {
  const odd = defineModule({ name: 'OddModule', meaning: '', options: {}, ...parabola, curvature: () => Infinity });
  const system = compile(defineSystem({ modules: { fine: landau(), odd: odd() } }));
  expect(system.faultAt(start)).toMatchObject({
    what: 'curvature of "OddModule" is Infinity for η = 0.3',
    where: 'odd',
  });
  const sound = compile(defineSystem({ modules: { fine: landau(), other: landau() } }));
  expect(sound.faultAt(start)).toBeNull();
});

test('an error that is no fault of a family stays what it is', () => {
  const system = compile(defineSystem({ modules: { fine: landau(), other: landau() } }));
  const plan: Plan = { method: { ...descent(), step: fail }, stop };
  expect(() => relax(system, start, plan)).toThrow(/^out of order$/);
});
