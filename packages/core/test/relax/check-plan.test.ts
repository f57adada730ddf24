import { describe, expect, test } from 'vitest';
import {
  EnergyCoordinator,
  type Plan,
  autoBalance,
  begin,
  compile,
  definePlugin,
  defineSystem,
  descent,
  landau,
  maxSteps,
  monotone,
  readEta,
  relax,
  stalled,
} from '../../src/index.js';
import { type Case, refused } from '../support/cases.js';

/* What programs without types may get wrong: one clear error each, before any work. */

const source = defineSystem({ modules: { order: landau(), gate: landau() } });
const system = compile(source);
const eta = Float64Array.of(0.5, 0.25);
const method = descent();
const stop = maxSteps({ steps: 3 });

describe('a plan', () => {
  const wrong = (plan: unknown) => () => relax(system, eta, plan as Plan);
  refused([
    [
      'for a system that is not compiled',
      () => relax(source as never, eta),
      'INPUT_INVALID',
      'the system is not compiled (at system). Give compile(',
    ],
    ['for no system', () => relax(null as never, eta), 'INPUT_INVALID', 'null is not a compiled system'],
    ['that is none', wrong(3), 'INPUT_INVALID', '3 is not a plan (at plan)'],
    ['without a method', wrong({ stop }), 'OPTION_INVALID', 'the plan has no method (at plan.method)'],
    [
      'with a definition that was not called',
      wrong({ method, stop: stalled }),
      'OPTION_INVALID',
      '"Stalled" is a definition, not a piece (at plan.stop). Call it',
    ],
    [
      'with a function for a piece',
      wrong({ method, guard: () => true }),
      'OPTION_INVALID',
      'is a function, not a piece (at plan.guard)',
    ],
    [
      'with a piece in the wrong slot',
      wrong({ method, guard: stop }),
      'OPTION_INVALID',
      '"MaxSteps" is of the slot "stop" (at plan.guard). Give a piece of the slot "guard".',
    ],
    [
      'with a name for a piece',
      wrong({ method: 'Descent' }),
      'OPTION_INVALID',
      '"Descent" is not a piece (at plan.method)',
    ],
    [
      'with a piece that lacks its functions',
      wrong({ method: { init: () => null } }),
      'OPTION_INVALID',
      'the piece has no function "step" (at plan.method)',
    ],
    [
      'with an adapter that needs nothing it says',
      wrong({ method, adapter: { init: () => 0, adapt: () => 0 } }),
      'OPTION_INVALID',
      'does not say what it needs',
    ],
    [
      'with a key that no plan has',
      wrong({ method, stops: stop }),
      'OPTION_UNKNOWN',
      'no key "stops" (at plan). Did you mean "stop"?',
    ],
    ['with observers that are none', wrong({ method, observers: [3] }), 'OPTION_INVALID', 'observers are no functions'],
    ...[NaN, 1.5, -1, '7'].map((seed): Case => [
      `with the seed ${seed}`,
      wrong({ method, seed }),
      'OPTION_INVALID',
      'is not a whole number >= 0 (at plan.seed)',
    ]),
    [
      'of a coordinator, when it is made',
      () => new EnergyCoordinator(source, { method, stops: stop } as Plan),
      'OPTION_UNKNOWN',
      'no key "stops"',
    ],
  ]);

  test('may hold plain objects with the functions of their slots', () => {
    const plain: Plan = {
      method: { init: () => null, step: (_task, _from, state) => ({ to: null, state, facts: {} }) },
      guard: { check: () => ({ accept: true }) },
      stop: { init: () => null, check: (_seen, state) => ({ state, verdict: null }) },
      schedule: { init: () => null, weights: (_iteration, terms) => new Float64Array(terms.length).fill(1) },
      adapter: autoBalance(),
    };
    expect(relax(system, eta, plain)).toMatchObject({ outcome: 'refused', steps: 1 });
  });
});

describe('a system', () => {
  const none = { modules: { order: landau() } } as never;
  const told = 'is not a defined system (at system). Give what defineSystem(...) returns.';
  refused([
    ['that was not defined cannot be compiled', () => compile(none), 'INPUT_INVALID', told],
    ['that is missing cannot be compiled', () => compile(undefined as never), 'INPUT_INVALID', `undefined ${told}`],
    ['that is compiled is not compiled again', () => compile(system as never), 'INPUT_INVALID', 'is compiled already'],
    ['that was not defined reads nothing', () => readEta(none, {}), 'INPUT_INVALID', told],
    ['that is compiled reads nothing', () => readEta(system as never, {}), 'INPUT_INVALID', 'is compiled already'],
    ['that was not defined is not coordinated', () => new EnergyCoordinator(none), 'INPUT_INVALID', told],
    ['that is compiled is not', () => new EnergyCoordinator(system as never), 'INPUT_INVALID', 'is compiled already'],
  ]);
});

describe('a plugin', () => {
  refused([
    [
      'without a list of what it provides is none',
      () => definePlugin({ name: 'mine', version: '1.0.0', api: 1 } as never),
      'INPUT_INVALID',
      'the plugin provides no list (at definePlugin)',
    ],
  ]);
});

describe('order parameters', () => {
  const wrong = (eta0: unknown) => () => begin(system, eta0 as never, { method });
  refused([
    ['for too few modules', wrong([0.5]), 'INPUT_INVALID', '1 order parameters for 2 modules'],
    ['with one missing', wrong({ order: 0.5 }), 'INPUT_INVALID', 'module "gate" has no order parameter (at eta.gate)'],
    ['as text', wrong({ order: 0.5, gate: '0.5' }), 'INPUT_INVALID', 'η is "0.5" (at eta.gate)'],
    ['with null among them', wrong([0.5, null]), 'INPUT_INVALID', 'η is null (at eta.gate)'],
    ['that are none', wrong(undefined), 'INPUT_INVALID', 'undefined are no order parameters (at eta)'],
  ]);

  test('may be a plain list', () => {
    const plan = { method, guard: monotone(), stop };
    expect(relax(system, [0.5, 0.25], plan).vector).toEqual(relax(system, eta, plan).vector);
    expect(new EnergyCoordinator(source, plan, [0.5, 0.25]).eta).toEqual(eta);
  });
});
