import { describe, expect, test } from 'vitest';
import {
  anyOf,
  autoBalance,
  backtracking,
  buildPlan,
  buildScenario,
  clamped,
  compile,
  corePlugin,
  createRegistry,
  defineSystem,
  descent,
  gateBenefit,
  gradientBelow,
  landau,
  maxSteps,
  monotone,
  normalise,
  pluginsOf,
  prefixed,
  quadratic,
  ramp,
  relax,
  stabilityLimit,
} from '../../src/index.js';
import { errorOf } from '../support/errors.js';
import { changed, sample } from '../support/sample-scenario.js';

const registry = createRegistry([corePlugin]);

test('a scenario without a guard says so with null', () => {
  const plan = (relax: object) => buildScenario(registry, { ...sample, relax }).plan;
  expect(plan({}).guard).toMatchObject({ name: 'Monotone' });
  expect(plan({ guard: null })).not.toHaveProperty('guard');
});

test('a scenario is the same system and plan as written in code, to the bit', () => {
  const { system, eta0, plan } = buildScenario(registry, sample);
  const coded = compile(
    defineSystem({
      modules: { order: landau({ a: 0.3, h: 0.2 }), gate: landau() },
      couplings: [
        { use: quadratic({ weight: 0.6 }), between: ['order', 'gate'] },
        { use: gateBenefit({ weight: 0.8 }), between: ['gate', 'order'] },
      ],
      signals: { delta_eta_domain: 0.08 },
      weights: { 'coup:QuadraticCoupling': 1.5 },
    }),
  );
  const expected = relax(coded, Float64Array.of(0.8, 0.3), {
    method: descent({ search: backtracking({ initial: 0.2 }), limit: stabilityLimit(), transforms: [normalise()] }),
    guard: monotone(),
    stop: anyOf({ of: [maxSteps({ steps: 20 }), gradientBelow({ norm: 1e-9 })] }),
    schedule: ramp({ start: 0.5, terms: { 'coup:QuadraticCoupling': 0.2 } }),
    adapter: clamped({ adapter: autoBalance(), ceiling: 2 }),
    seed: 7,
  });
  const solution = relax(system, eta0, plan);
  expect(system.ids).toEqual(['order', 'gate']);
  expect(solution.vector).toEqual(expected.vector);
  expect(solution).toMatchObject({ outcome: expected.outcome, reason: expected.reason, steps: expected.steps });
});

test('without a relax part it is Auto under Monotone, to a small gradient', () => {
  const modules = { x: { use: 'LandauModule', start: 0.9 } };
  const { system, eta0, plan } = buildScenario(registry, { cfc: 1, modules });
  expect(plan).toMatchObject({
    method: { name: 'Auto' },
    guard: { name: 'Monotone' },
    stop: { name: 'AnyOf' },
    seed: 0,
  });
  expect(relax(system, eta0, plan)).toMatchObject({ outcome: 'converged', unitEnergy: relax(system, eta0).unitEnergy });
});

test('the plugins that a scenario asks for are its list of names', () => {
  expect(pluginsOf(sample)).toEqual(['@cfc/core']);
  expect(pluginsOf({ cfc: 1 })).toEqual([]);
  expect(errorOf(() => pluginsOf({ cfc: 1, plugins: 'core' })).where).toBe('plugins');
  expect(errorOf(() => pluginsOf({ cfc: 1, plugins: [1] })).code).toBe('INPUT_INVALID');
});

describe('errors carry the path in the file', () => {
  const cases: readonly (readonly [readonly (string | number)[], unknown, string, string])[] = [
    [['cfc'], 2, 'INPUT_INVALID', 'cfc is 2 (at cfc)'],
    [['modul'], {}, 'OPTION_UNKNOWN', 'no key "modul" (at the scenario). Did you mean "modules"?'],
    [['modules'], 3, 'INPUT_INVALID', '3 is not a map (at modules)'],
    [['modules'], {}, 'INPUT_INVALID', 'a system without modules (at modules)'],
    [['modules', 'gate'], 3, 'INPUT_INVALID', '3 is not a map (at modules.gate)'],
    [['modules', 'gate', 'use'], 'LandauModul', 'NAME_UNKNOWN', '(at modules.gate). Did you mean "LandauModule"?'],
    [['modules', 'gate', 'use'], 3, 'INPUT_INVALID', 'an object is not a piece (at modules.gate)'],
    [['modules', 'gate', 'start'], 1.5, 'INPUT_INVALID', '1.5 is not a number in [0, 1] (at modules.gate.start)'],
    [
      ['modules', 'gate', 'start'],
      undefined,
      'INPUT_INVALID',
      'exactly one of input and start is needed (at modules.gate)',
    ],
    [['modules', 'gate', 'input'], 0.5, 'INPUT_INVALID', 'exactly one of input and start is needed (at modules.gate)'],
    [['modules', 'gate', 'begin'], 0.5, 'OPTION_UNKNOWN', 'no key "begin" (at modules.gate)'],
    [
      ['modules', 'order', 'input'],
      2,
      'INPUT_INVALID',
      'the input 2 is not a number in [0, 1] (at modules.order.input)',
    ],
    [['modules', 'order', 'with'], 3, 'INPUT_INVALID', 'with is 3, not a map (at modules.order)'],
    [['modules', 'order', 'with'], { b: -1 }, 'OPTION_INVALID', '-1 is not a finite number >= 0 (at modules.order.b)'],
    [['modules', 'order', 'with'], { hh: 1 }, 'OPTION_UNKNOWN', 'no option "hh" (at modules.order)'],
    [['couplings'], {}, 'INPUT_INVALID', 'an object is not a list (at couplings)'],
    [['couplings', 0, 'between'], ['order', 'gat'], 'NAME_UNKNOWN', 'no module "gat" (at couplings[0].between)'],
    [['couplings', 0, 'between'], undefined, 'INPUT_INVALID', 'between is undefined (at couplings[0])'],
    [['couplings', 1, 'with'], { weight: 'much' }, 'OPTION_INVALID', '(at couplings[1].weight)'],
    [
      ['couplings', 1, 'use'],
      'LandauModule',
      'NAME_UNKNOWN',
      '"LandauModule" is a module, not a coupling (at couplings[1])',
    ],
    [['signals'], {}, 'NAME_UNKNOWN', 'reads the signal "delta_eta_domain"'],
    [
      ['signals', 'delta_eta_domain'],
      'x',
      'INPUT_INVALID',
      '"x" is not a finite number (at signals.delta_eta_domain). Give a finite number.',
    ],
    [['weights', 'coup:Quadratic'], 1, 'NAME_UNKNOWN', 'no term "coup:Quadratic" (at weights)'],
    [['weights', 'coup:QuadraticCoupling'], -1, 'OPTION_INVALID', '(at weights.coup:QuadraticCoupling)'],
    [['relax', 'methods'], {}, 'OPTION_UNKNOWN', 'no key "methods" (at relax). Did you mean "method"?'],
    [['relax', 'seed'], -1, 'OPTION_INVALID', '-1 is not a whole number >= 0 (at relax.seed)'],
    [
      ['relax', 'method'],
      'Descent',
      'INPUT_INVALID',
      '"Descent" is not a piece (at relax.method). Write { use: Name, with: { option: value } }.',
    ],
    [['relax', 'method', 'when'], 1, 'OPTION_UNKNOWN', 'no key "when" (at relax.method)'],
    [
      ['relax', 'method', 'with', 'search', 'use'],
      'Backtraking',
      'NAME_UNKNOWN',
      'no search "Backtraking" (at relax.method.search). Did you mean "Backtracking"?',
    ],
    [
      ['relax', 'method', 'with', 'search', 'with', 'initial'],
      0,
      'OPTION_INVALID',
      '0 is not a finite number > 0 (at relax.method.search.initial)',
    ],
    [
      ['relax', 'method', 'with', 'search', 'with', 'first'],
      1,
      'OPTION_UNKNOWN',
      'no option "first" (at relax.method.search)',
    ],
    [
      ['relax', 'method', 'with', 'search'],
      null,
      'OPTION_INVALID',
      'null is not a piece of the slot "search" (at relax.method.search)',
    ],
    [
      ['relax', 'method', 'with', 'transforms', 0, 'use'],
      'Monotone',
      'NAME_UNKNOWN',
      '"Monotone" is a guard, not a transform (at relax.method.transforms[0])',
    ],
    [['relax', 'method', 'with', 'transforms'], 3, 'OPTION_INVALID', '(at relax.method.transforms)'],
    [['relax', 'stop', 'with', 'of', 1, 'with', 'norm'], -1, 'OPTION_INVALID', '(at relax.stop.of[1].norm)'],
    [['relax', 'adapter', 'with'], {}, 'OPTION_INVALID', 'the option "adapter" is needed (at relax.adapter)'],
    [
      ['relax', 'adapter', 'with', 'floor'],
      3,
      'OPTION_INVALID',
      'the floor 3 lies above the ceiling 2 (at relax.adapter.floor)',
    ],
    [['relax', 'schedule', 'with', 'terms'], { x: -1 }, 'OPTION_INVALID', '(at relax.schedule.terms.x)'],
  ];
  test.each(cases)('%j = %j', (path, value, code, told) => {
    const error = errorOf(() => buildScenario(registry, changed(path, value)));
    expect(error.message).toContain(told);
    expect(error.code).toBe(code);
  });

  test('also under a prefixed name', () => {
    const prefix = createRegistry([prefixed(corePlugin, 'my.')]);
    const tree = { cfc: 1, modules: { x: { use: 'my.LandauModule', with: { b: -1 }, start: 0 } } };
    expect(errorOf(() => buildScenario(prefix, tree)).where).toBe('modules.x.b');
  });

  test('what is no map at all is no scenario', () => {
    for (const tree of [null, 3, [], 'cfc: 1'])
      expect(errorOf(() => buildScenario(registry, tree)).where).toBe('the scenario');
  });
});

test('a plan can be built alone, with what it leaves out from the default one', () => {
  const plan = buildPlan(registry, { method: { use: 'Descent', with: { search: { use: 'Backtracking' } } }, seed: 3 });
  expect(plan).toMatchObject({
    seed: 3,
    method: { name: 'Descent' },
    guard: { name: 'Monotone' },
    stop: { name: 'AnyOf' },
  });
  expect(buildPlan(registry, { guard: null })).not.toHaveProperty('guard');
  expect(errorOf(() => buildPlan(registry, { method: { use: 'Descend' } }))).toMatchObject({
    code: 'NAME_UNKNOWN',
    where: 'relax.method',
  });
});
