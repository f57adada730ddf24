import { describe, expect, test } from 'vitest';
import {
  type Method,
  admm,
  compile,
  coordinate,
  defineCoupling,
  defineModule,
  defineSystem,
  descent,
  flag,
  landau,
  maxSteps,
  number,
  proximal,
  quadratic,
  relax,
} from '../../src/index.js';
import { errorOf } from '../support/errors.js';
import { gradientOf } from '../support/systems.js';

/** What goes wrong above η = 0.5, where the runs below end up. */
const faults = {
  'energy throws': { energy: () => fail(), slope: () => -1, told: 'energy of "BadModule" threw "out of order"' },
  'energy is NaN': { energy: () => NaN, slope: () => -1, told: 'energy of "BadModule" is NaN' },
  'energy is infinite': { energy: () => -Infinity, slope: () => -1, told: 'energy of "BadModule" is -Infinity' },
  'slope throws': { energy: (x: number) => -x, slope: () => fail(), told: 'slope of "BadModule" threw "out of order"' },
  'slope is NaN': { energy: (x: number) => -x, slope: () => NaN, told: 'slope of "BadModule" is NaN' },
};
const fail = (): never => {
  throw new Error('out of order');
};

const methods: Readonly<Record<string, Method>> = {
  descent: descent(),
  coordinate: coordinate(),
  'proximal pairs': proximal(),
  'proximal stars': proximal({ blocks: 'star' }),
  admm: admm(),
};

describe.each(Object.entries(faults))('a module whose %s ends the run with an error that names it', (_name, fault) => {
  const bad = defineModule({
    name: 'BadModule',
    meaning: 'goes wrong above 0.5',
    options: {},
    eta: (input: number) => input,
    energy: (eta) => (eta > 0.5 ? fault.energy(eta) : -eta),
    slope: (eta) => (eta > 0.5 ? fault.slope() : -1),
  });
  const system = compile(
    defineSystem({
      modules: { fine: landau(), culprit: bad(), other: landau() },
      couplings: [{ use: quadratic(), between: ['fine', 'culprit'] }],
    }),
  );

  test.each(Object.entries(methods))('under %s', (_method, method) => {
    const start = Float64Array.of(0.5, 0.4, 0.5);
    const error = errorOf(() => relax(system, start, { method, stop: maxSteps({ steps: 100 }) }));
    expect(error).toMatchObject({ code: 'ENERGY_INVALID', where: 'culprit' });
    expect(error.what).toContain(fault.told);
  });
});

describe('a coupling that goes wrong is named with both its ends', () => {
  const bad = defineCoupling({
    name: 'BadCoupling',
    meaning: 'goes wrong',
    options: { inEnergy: flag(false, ''), throws: flag(false, '') },
    energy: (_a, _b, { inEnergy, throws }) => (inEnergy ? (throws ? fail() : NaN) : 0),
    slopes(_a, _b, { inEnergy, throws }, _signals, out) {
      if (!inEnergy && throws) fail();
      out.fill(inEnergy ? 0 : NaN);
    },
    bend: () => [0, 0, 0],
  });
  const cases = [
    [{ inEnergy: true, throws: true }, 'energy of "BadCoupling" threw "out of order" for (0.2, 0.3)'],
    [{ inEnergy: true, throws: false }, 'energy of "BadCoupling" is NaN for (0.2, 0.3)'],
    [{ inEnergy: false, throws: true }, 'slopes of "BadCoupling" threw "out of order" for (0.2, 0.3)'],
    [{ inEnergy: false, throws: false }, 'slopes of "BadCoupling" is NaN for (0.2, 0.3)'],
  ] as const;

  test.each(cases)('%o', (options, told) => {
    const couplings = [{ use: bad(options), between: ['x', 'y'] as const }];
    const system = compile(defineSystem({ modules: { x: landau(), y: landau() }, couplings }));
    const eta = Float64Array.of(0.2, 0.3);
    expect(errorOf(() => gradientOf(system, eta))).toMatchObject({ code: 'ENERGY_INVALID', what: told, where: 'x, y' });
    for (const method of [descent(), coordinate(), admm()]) {
      const error = errorOf(() => relax(system, eta, { method, stop: maxSteps({ steps: 3 }) }));
      expect(error).toMatchObject({ code: 'ENERGY_INVALID', what: told });
    }
  });
});

test('an energy whose sum overflows says so', () => {
  const huge = defineModule({
    name: 'HugeModule',
    meaning: 'near the largest number',
    options: { size: number(1.7e308, '') },
    eta: (input: number) => input,
    energy: (_eta, { size }) => size,
    slope: () => 0,
  });
  const system = compile(defineSystem({ modules: { x: huge(), y: huge() } }));
  const error = errorOf(() => system.energy(Float64Array.of(0, 0), system.unit));
  expect(error).toMatchObject({ code: 'ENERGY_INVALID', what: 'the total energy overflows' });
});

test('an order parameter that is no number in [0, 1] is named where it spoils the energy', () => {
  const system = compile(defineSystem({ modules: { x: landau(), y: landau() } }));
  const error = errorOf(() => system.energy(Float64Array.of(0.5, NaN), system.unit));
  expect(error).toMatchObject({ code: 'INPUT_INVALID', what: 'the order parameter is NaN', where: 'y' });
});
