import { describe, expect, test } from 'vitest';
import { type ControllerOptions, createDual } from '../../src/index.js';
import { fixture } from '../fixture.js';

interface NupiRun {
  readonly init: 'sgd' | 'zeros';
  readonly Kp: number;
  readonly Ki: number;
  readonly nu: number;
  readonly lr: number;
  readonly variant: 'cooper_dense' | 'cooper_sparse' | 'documented';
  readonly lambda: readonly number[];
}
const { nupi, pid } = fixture<{
  nupi: { errors: readonly number[]; lambda0: number; runs: readonly NupiRun[] };
  pid: {
    costs: readonly number[];
    limit: number;
    params: Readonly<Record<string, number>>;
    penalty: readonly number[];
  };
}>('controllers');

const first = { cooper_dense: 'zero', cooper_sparse: 'smoothed', documented: 'error' } as const;

describe('nuPI', () => {
  test('gives all 24 recorded runs to 1e-12', () => {
    expect(nupi.runs).toHaveLength(24);
    for (const { init, Kp, Ki, nu, lr, variant, lambda } of nupi.runs) {
      const start = init === 'zeros' ? 'kick' : first[variant];
      const controller: ControllerOptions = { type: 'nupi', kp: Kp, ki: Ki, nu, first: start };
      const dual = createDual({ constraints: { g: { target: 0, rate: lr, controller } } });
      nupi.errors.forEach((value, t) => {
        const { multiplier } = dual.step({ values: { g: value } }).constraints.g!;
        expect(Math.abs(multiplier - lambda[t]!), `${JSON.stringify(controller)} at ${t}`).toBeLessThanOrEqual(1e-12);
      });
    }
  });

  test('without a proportional gain it is plain ascent, bit for bit', () => {
    const make = (controller: ControllerOptions) => createDual({ constraints: { g: { target: 0.1, controller } } });
    const [plain, damped] = [make({ type: 'ascent' }), make({ type: 'nupi', kp: 0, nu: 0.3 })];
    for (const value of nupi.errors)
      expect(damped.step({ values: { g: value } })).toEqual(plain.step({ values: { g: value } }));
  });
});

describe('PID', () => {
  const { kp, ki, kd, d_delay: delay, ap: smoothP, ad: smoothD, init: initial, pmax: max } = pid.params;
  const gains = { type: 'pid', kp, ki, kd, delay, smoothP, smoothD } as ControllerOptions & { type: 'pid' };

  test('gives the recorded penalties to 1e-12', () => {
    const dual = createDual({
      constraints: { cost: { target: pid.limit, initial: initial!, max: max!, controller: gains } },
    });
    pid.costs.forEach((cost, t) => {
      const { multiplier } = dual.step({ values: { cost } }).constraints.cost!;
      expect(Math.abs(multiplier - pid.penalty[t]!), `at ${t}`).toBeLessThanOrEqual(1e-12);
    });
  });

  test('anti-windup lets go of the cap at once; without it the integral has to be worked off', () => {
    const stepsAtCap = (antiWindup: boolean): number => {
      const controller = { ...gains, kp: 0, kd: 0, ki: 0.1, antiWindup };
      const dual = createDual({ constraints: { g: { target: 0, max: 1, controller } } });
      for (let t = 0; t < 100; t++) dual.step({ values: { g: 1 } });
      let steps = 0;
      while (dual.step({ values: { g: -1 } }).constraints.g!.multiplier === 1) steps++;
      return steps;
    };
    expect(stepsAtCap(true)).toBe(0);
    expect(stepsAtCap(false)).toBeGreaterThan(80);
  });

  test('the multiplier of an equality follows the sign of its error', () => {
    const controller = { ...gains, kd: 0 };
    const run = (value: number): number => {
      const dual = createDual({ constraints: { h: { target: 0, sense: 'equal', controller } } });
      for (let t = 0; t < 20; t++) dual.step({ values: { h: value } });
      return dual.multipliers().h!;
    };
    expect(run(-0.4)).toBe(-run(0.4));
    expect(run(0.4)).toBeGreaterThan(0);
  });
});

test.each(['adam', 'Adam', { type: 'adam' }])('Adam on a multiplier, %j, is refused with the reason', (controller) => {
  expect(() => createDual({ constraints: { g: { target: 0, controller: controller as never } } })).toThrow(
    /OPTION_INVALID: Adam makes steps of one length.*Take ascent or nupi/,
  );
});

test('what a budget or a restart takes off the λ of a PID, its integral loses', () => {
  const controller: ControllerOptions = { type: 'pid' };
  const steps = (antiWindup: boolean): number => {
    const dual = createDual({
      constraints: { a: { target: 0, controller: { ...controller, antiWindup } } },
      families: [{ members: ['a'], budget: 1 }],
    });
    for (let t = 0; t < 2000; t++) dual.step({ values: { a: 1 } });
    expect(dual.multipliers()).toEqual({ a: 1 });
    let count = 0;
    for (; dual.multipliers()['a']! > 0.5; count++) dual.step({ values: { a: -1 } });
    return count;
  };
  expect(steps(true)).toBeLessThan(60);
  expect(steps(false)).toBeGreaterThan(1000);

  const dual = createDual({ constraints: { a: { target: 0, controller, restart: true } } });
  for (let t = 0; t < 200; t++) dual.step({ values: { a: 1 } });
  expect(dual.multipliers()['a']).toBeGreaterThan(2);
  dual.step({ values: { a: -0.1 } });
  expect(dual.multipliers()['a']).toBe(0);
  expect(dual.step({ values: { a: 0.01 } }).constraints['a']!.multiplier).toBeLessThan(0.1);
});
