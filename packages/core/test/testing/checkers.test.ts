import { describe, expect, test } from 'vitest';
import {
  type Method,
  type ModuleFamily,
  type Signals,
  coordinate,
  defineCoupling,
  defineModule,
  landau,
  quadratic,
} from '../../src/index.js';
import { checkCoupling, checkMethod, checkModule, problems } from '../../src/testing/index.js';
import { errorOf } from '../support/errors.js';

/* The public checkers have to find what is wrong; here it is planted. */

const parabola: ModuleFamily<Record<never, never>, number> = {
  eta: (input) => input,
  energy: (eta) => (eta - 0.5) ** 2,
  slope: (eta) => 2 * (eta - 0.5),
  curvature: () => 2,
  bend: () => 2,
  difference: (from, to) => (to - from) * (to + from - 1),
  pack: (slots) => (eta, weight, gradient) => {
    let total = 0;
    for (const i of slots) {
      total += (eta[i]! - 0.5) ** 2;
      if (gradient !== null) gradient[i] = gradient[i]! + weight * 2 * (eta[i]! - 0.5);
    }
    return weight * total;
  },
};
const moduleWith = (fault: Partial<typeof parabola>) =>
  defineModule({ name: 'TriedModule', meaning: 'on trial', options: {}, ...parabola, ...fault });

describe('checkModule', () => {
  test('passes a sound family and says what was checked', () => {
    const report = checkModule(moduleWith({}), { inputs: [0, 1] });
    expect(report.subject).toBe('TriedModule');
    expect(report.checks).toHaveLength(8);
    expect(report.leftOut).toEqual([]);
    expect(report.checks.every(({ ok, detail }) => ok && detail !== '')).toBe(true);
  });

  test('says that the reading was left out where no inputs are given', () => {
    const report = checkModule(moduleWith({}));
    expect(report.checks.map(({ name }) => name)).not.toContain('reads η in [0, 1]');
    expect(report.leftOut).toEqual(['reads η in [0, 1]: no inputs were given']);
  });

  test('refuses what is no definition of a module', () => {
    const given = (what: unknown) => errorOf(() => checkModule(what as never));
    expect(given(landau()).message).toBe(
      'INPUT_INVALID: "LandauModule" is a module already made (at checkModule). Hand over the definition itself, without calling it.',
    );
    for (const other of [quadratic, quadratic(), null, 3]) {
      expect(given(other).what).toContain('is no definition of a module');
    }
  });

  test('passes a family that names its signals, and only that one', () => {
    const reading = { energy: (eta: number, _o: object, { gain }: Signals) => gain! * (eta - 0.5) ** 2 };
    const check = (fault: Partial<typeof parabola>) => () =>
      checkModule(moduleWith({ ...reading, ...fault }), { inputs: [0], signals: { gain: 1 } });
    expect(check({ signals: () => ['gain'] })().leftOut).toEqual([]);
    expect(check({})).toThrow(
      'names the signals that it reads: it reads the signal "gain", which its function "signals"',
    );
    expect(check({ signals: () => ['loss'] })).toThrow('it reads "loss", which the check was not given');
  });

  let count = 0;
  const faults: readonly (readonly [string, Partial<typeof parabola>])[] = [
    ['reads η in [0, 1]', { eta: (input) => input + 1 }],
    ['reads η in [0, 1]', { eta: () => (count++ % 2) / 2 }],
    ['energy and slope are finite', { energy: (eta) => Math.log(eta) }],
    ['energy and slope are finite', { slope: (eta) => (eta === 0 ? NaN : 2 * (eta - 0.5)) }],
    ['slope is the derivative of the energy', { slope: (eta) => eta - 0.5 }],
    ['curvature is the derivative of the slope', { curvature: () => 2.1 }],
    ['bend bounds the second derivative', { bend: () => 1.9 }],
    ['difference is that of the energies', { difference: (from, to) => to - from }],
    ['the packed loop gives what the scalar functions give', { pack: () => () => 0 }],
    [
      'the packed loop gives what the scalar functions give',
      { pack: (s, c, g) => (eta, w, gradient) => parabola.pack!(s, c, g)(eta, 2 * w, gradient) / 2 },
    ],
  ];
  test.each(faults)('finds a fault in: %s', (check, fault) => {
    expect(() => checkModule(moduleWith(fault), { inputs: [0, 0.5, 1] })).toThrow(
      new RegExp(`^TriedModule fails \\d of \\d checks:[^]*- ${check.replace(/[[\]]/g, '\\$&')}: `),
    );
  });
});

describe('checkCoupling', () => {
  const sound = quadratic.family;
  type Sound = typeof sound;
  const couplingWith = (fault: Partial<Sound>) =>
    defineCoupling({ name: 'TriedCoupling', meaning: 'on trial', options: quadratic.fields, ...sound, ...fault });

  test('passes a sound family', () => {
    expect(checkCoupling(couplingWith({})).checks).toHaveLength(8);
  });

  test('refuses what is no definition of a coupling', () => {
    expect(errorOf(() => checkCoupling(quadratic() as never)).what).toBe(
      '"QuadraticCoupling" is a coupling already made',
    );
    expect(errorOf(() => checkCoupling(landau as never)).what).toBe('a function is no definition of a coupling');
  });

  const faults: readonly (readonly [string, Partial<Sound>])[] = [
    ['names the signals that it reads', { signals: () => ['gain'] }],
    ['names the signals that it reads', { energy: (a, b, _o, { gain = 0 }) => (a - b) ** 2 + gain }],
    ['names the signals that it reads', { slopes: (_a, _b, _o, signals, out) => void out.fill(signals['gain'] ?? 0) }],
    ['energy and slopes are finite', { energy: (a, b) => 1 / (a - b) }],
    ['energy and slopes are finite', { energy: (a, b) => (a - b) ** 2 + (a + b === 0 ? NaN : 0) }],
    ['energy and slopes are finite', { energy: (a, b) => (a - b) ** 2 + (a + b === 2 ? NaN : 0) }],
    ['energy and slopes are finite', { energy: (a, b) => (a - b) ** 2 + (b - a === 1 ? NaN : 0) }],
    ['energy and slopes are finite', { energy: (a, b) => (a - b) ** 2 + (a - b === 1 ? NaN : 0) }],
    ['energy and slopes are finite', { slopes: (_a, _b, _o, _s, out) => void out.fill(NaN) }],
    ['slopes are the derivatives of the energy', { slopes: (_a, _b, _o, _s, out) => void out.fill(0) }],
    ['bend bounds the second derivatives', { bend: () => [2, 2, 1.9] }],
    ['bend is the same everywhere', { constantBend: true, bend: (a) => [2, 2, 2 + (a === 1 ? 1e-9 : 0)] }],
    ['curvatures are the second derivatives', { curvatures: (_a, _b, _o, _s, out) => void out.fill(2) }],
    ['difference is that of the energies', { difference: (_fa, _fb, a, b) => (a - b) ** 2 }],
    ['the proximal operator lowers what it minimises', { prox: (a, b) => [b, a] }],
    ['the proximal operator lowers what it minimises', { prox: (a, b) => [a + 1, b] }],
    ['gap is the energy', { gap: { weight: 'weight', alpha: 1, beta: 1, oneSided: true } }],
    ['the packed loop gives what the scalar functions give', { pack: () => () => 0 }],
  ];
  test.each(faults)('finds a fault in: %s', (check, fault) => {
    expect(() => checkCoupling(couplingWith(fault))).toThrow(`- ${check}: `);
  });
});

describe('checkMethod', () => {
  const sound = coordinate({ step: 0.2 }) as Method<null>;
  const some = problems.slice(0, 3);
  const check =
    (fault: Partial<Method>, given: object = {}) =>
    () =>
      checkMethod('tried', { ...sound, ...fault }, { problems: some, steps: 300, ...given });

  test('passes a sound method', () => {
    expect(check({})().checks).toHaveLength(4 * some.length);
  });

  test('finds one that does not reach the minimum', () => {
    expect(check({ step: (task, from) => ({ ...sound.step(task, from, null), to: null }) })).toThrow(
      'reaches the minimum: it ended',
    );
    expect(check({}, { steps: 3 })).toThrow('above the minimum, allowed');
  });

  test('finds one that changes what it is handed', () => {
    const step: Method['step'] = (task, from) => {
      (from.eta as Float64Array)[0] = 0.123;
      return sound.step(task, from, null);
    };
    expect(check({ step })).toThrow('changes nothing it is handed: the state was changed');
  });

  test('finds one whose state does not survive JSON', () => {
    const tiring: Method<unknown> = {
      init: () => new Map([['steps', 0]]),
      step(task, from, state) {
        const steps = state instanceof Map ? (state.get('steps') as number) : 0;
        const step = coordinate({ step: 0.2 / (1 + steps) }).step(task, from, null);
        return { ...step, state: new Map([['steps', steps + 1]]) };
      },
    };
    const given = { problems: problems.slice(-1), gap: 9 };
    expect(check(tiring, given)).toThrow('resumes to the same bits: the two runs differ');
  });
});

test('the problems have the minima that they claim', () => {
  for (const { system, minimum, minimiser, accuracy } of problems) {
    const { size } = system();
    expect(minimiser).toHaveLength(size);
    expect(minimiser.every((eta) => eta >= 0 && eta <= 1)).toBe(true);
    expect(Number.isFinite(minimum) && accuracy > 0).toBe(true);
  }
});
