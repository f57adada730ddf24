import { describe, expect, test } from 'vitest';
import { type Trajectory, apc, evaluate, fitRates, fitTrajectories, legendre } from '../../src/index.js';
import { bases } from '../support/bases.js';
import { close } from '../support/close.js';
import { errorOf } from '../support/errors.js';

/** Of dη/dt = η (1 - η), in closed form. */
const logistic = (start: number, spacing: number, count = 12): Trajectory => {
  const times = Array.from({ length: count }, (_, k) => k * spacing);
  return { times, etas: times.map((t) => 1 / (1 + ((1 - start) / start) * Math.exp(-t))) };
};
/** Of dη/dt = -2 (η - 1/2)³ · 8, a flow downhill of ξ⁴ / 4, in closed form: dξ/dt = -4 ξ³. */
const quartic = (start: number, spacing: number): Trajectory => {
  const times = Array.from({ length: 12 }, (_, k) => 0.3 + k * spacing);
  return { times, etas: times.map((t) => (start / Math.sqrt(1 + 8 * start ** 2 * (t - 0.3)) + 1) / 2) };
};

describe('laws with solutions in closed form are found again from readings far apart', () => {
  test.each(Object.keys(bases(1)))('the logistic law in the basis %s', (name) => {
    const given = [logistic(0.05, 0.8), logistic(0.5, 0.8)];
    const fit = fitTrajectories(bases(2)[name]!, given, { steps: 40 });
    expect(fit.converged).toBe(true);
    for (const eta of [0, 0.1, 0.5, 0.9, 1]) close(evaluate(fit.series, eta).value, eta * (1 - eta), 1e-7);
    expect(fit.residual).toBeLessThan(1e-7);
  });

  test('an energy ξ⁴ / 4 from its flow: F is found but for its constant', () => {
    const given = [quartic(0.95, 0.1), quartic(-0.8, 0.1)];
    const { series: found } = fitTrajectories(legendre(4), given, { law: 'gradient', steps: 40 });
    const at = (xi: number): number => evaluate(found, (xi + 1) / 2).value - evaluate(found, 0.5).value;
    for (const xi of [-0.8, -0.3, 0.5, 0.9]) close(at(xi), xi ** 4 / 4, 1e-7);
  });

  test('the error is that of the Runge-Kutta steps alone: halving them divides it by about sixteen', () => {
    const errorWith = (steps: number): number => {
      const { series: found } = fitTrajectories(legendre(2), [logistic(0.05, 2)], { steps });
      return Math.abs(evaluate(found, 0.5).value - 0.25);
    };
    const ratio = errorWith(4) / errorWith(8);
    expect(ratio).toBeGreaterThan(12);
    expect(ratio).toBeLessThan(22);
  });
});

test('one iteration is the fit to forward differences, which more iterations leave far behind', () => {
  const given = logistic(0.05, 0.8);
  const one = fitTrajectories(legendre(2), [given], { iterations: 1 });
  const differences = fitRates(legendre(2), {
    etas: given.etas.slice(0, -1),
    rates: given.etas.slice(1).map((eta, k) => (eta - given.etas[k]!) / 0.8),
  });
  one.series.coefficients.forEach((value, k) => close(value, differences.series.coefficients[k]!, 1e-13));
  expect(one).toMatchObject({ iterations: 1, converged: false });
  const more = fitTrajectories(legendre(2), [given]);
  const error = (of: typeof one): number => Math.abs(evaluate(of.series, 0.5).value - 0.25);
  expect(error(more)).toBeLessThan(1e-3 * error(one));
});

test('a solution that would blow up is stepped back from, and found all the same', () => {
  // Far apart and steep: the first linear guess leaves the box within a segment.
  const given = [logistic(1e-4, 4, 6), logistic(0.02, 4, 6)];
  const fit = fitTrajectories(legendre(3), given, { steps: 200, iterations: 200 });
  expect(fit.converged).toBe(true);
  for (const eta of [0.1, 0.5, 0.9]) close(evaluate(fit.series, eta).value, eta * (1 - eta), 1e-4);
});

test('readings at rest are a law of zeros', () => {
  const still = { times: [0, 1, 2, 3], etas: [0.2, 0.2, 0.2, 0.2] };
  const fit = fitTrajectories(legendre(0), [still]);
  expect([...fit.series.coefficients]).toEqual([0]);
  expect(fit.converged).toBe(true);
});

test('chaos of the readings is as well conditioned as its samples allow', () => {
  const given = logistic(0.05, 0.4, 30);
  const xis = given.etas.slice(0, -1).map((eta) => 2 * eta - 1);
  const [chaos, plain] = [apc(xis, 6), bases(6)['etaMonomial']!].map(
    (basis) => fitTrajectories(basis, [given]).condition,
  );
  expect(chaos!).toBeLessThan(5);
  expect(plain!).toBeGreaterThan(1e4);
});

describe('refused', () => {
  const fit = (trajectories: object, options: object = {}) =>
    errorOf(() => fitTrajectories(legendre(1), trajectories as never, options));
  test.each([
    [
      'times that do not rise',
      fit([{ times: [0, 1, 1], etas: [0, 0.5, 1] }]),
      'INPUT_INVALID',
      'the time 1 does not come after 1 (at trajectories[0].times[2])',
    ],
    [
      'a time that is none',
      fit([{ times: [0, NaN], etas: [0, 0.5] }]),
      'INPUT_INVALID',
      '(at trajectories[0].times[1])',
    ],
    ['η below 0', fit([{ times: [0, 1], etas: [0, -0.5] }]), 'INPUT_INVALID', 'η is -0.5 (at trajectories[0].etas[1])'],
    [
      'lists of different length',
      fit([{ times: [0, 1], etas: [0] }]),
      'INPUT_INVALID',
      '2 times for 1 readings (at trajectories[0])',
    ],
    [
      'too few segments',
      fit([{ times: [0, 1], etas: [0.1, 0.2] }]),
      'INPUT_INVALID',
      '1 distinct places for 2 coefficients',
    ],
    ['no trajectories', fit([]), 'INPUT_INVALID', '0 distinct places'],
    ['half a step', fit([], { steps: 0.5 }), 'OPTION_INVALID', '(at fitTrajectories.steps)'],
    ['no iterations', fit([], { iterations: 0 }), 'OPTION_INVALID', '(at fitTrajectories.iterations)'],
  ])('%s', (_name, error, code, told) => {
    expect(error.code).toBe(code);
    expect(error.message).toContain(told);
  });
});
