import { normal, uniform } from '@cfc/core';
import { describe, expect, test } from 'vitest';
import { type ConstraintOptions, doctor, type DualConfig } from '../../src/index.js';
import { corner, distance, halfSpace, type Loss, type Problem, simulate } from '../helpers/simulate.js';

const both = (options: Omit<ConstraintOptions, 'target'>): DualConfig => ({
  constraints: { first: { target: 0, ...options }, sum: { target: 0, ...options } },
});
const one = (options: Partial<ConstraintOptions>): DualConfig => ({ constraints: { a: { target: 0, ...options } } });
const patterns = (config: DualConfig, problem: Problem) =>
  doctor(simulate(config, problem), config).map(({ pattern }) => pattern);

/** A task that pulls x up with force 1, and x <= 0. */
const pulled: Problem = {
  start: [0.5],
  rate: 0.05,
  steps: 3000,
  task: { value: ([x]) => -x!, gradient: () => [-1] },
  constraints: { a: halfSpace([1], 0) },
};

describe('the doctor says nothing of a healthy run', () => {
  const healthy: readonly (readonly [string, DualConfig, Problem])[] = [
    ['plain ascent', both({ rate: 0.1 }), corner],
    ['nuPI', both({ rate: 0.1, controller: { type: 'nupi', kp: 1 } }), corner],
    ['an augmented Lagrangian', both({ rate: 0.1, penalty: 1 }), corner],
    ['noise', both({ rate: 0.02 }), { ...corner, noise: 0.2 }],
    ['noise and a deadzone', both({ rate: 0.02, deadzone: 0.1, max: 10 }), { ...corner, noise: 0.1 }],
    ['swings that die out', both({ rate: 0.5 }), { ...corner, rate: 0.3 }],
    ['a task that gives way to its constraints', both({ rate: 0.05 }), { ...corner, start: [2, 1], cosines: true }],
    [
      'constraints at an angle of 150 degrees, both active',
      both({ rate: 0.05 }),
      {
        ...corner,
        constraints: { first: halfSpace([1, 0], 1), sum: halfSpace([-0.866, 0.5], -0.7) },
        task: distance([1, 3]),
        cosines: true,
      },
    ],
    ['constraints that are not active', both({ rate: 0.1 }), { ...corner, task: distance([-1, -1]) }],
    ['nothing to do', both({ rate: 0.1 }), { ...corner, task: distance([0, 0]), start: [0, 0] }],
    ['ease of its own', both({ rate: 0.02 }), { ...corner, noise: 0.1, ease: (t) => 0.5 + 0.1 * normal(4, t, 0) }],
    [
      'ease that rises while λ does',
      both({ rate: 0.02 }),
      { ...corner, noise: 0.1, ease: (t) => t / 2000 + 0.1 * normal(4, t, 0) },
    ],
    [
      'ranks about their own past',
      both({ rate: 0.02, target: 0.2, normalizer: 'rank', max: 10 } as never),
      { ...corner, noise: 0.2 },
    ],
    ['few rows', both({ rate: 0.1 }), { ...corner, steps: 8 }],
  ];
  test.each(healthy)('%s', (_, config, problem) => {
    expect(patterns(config, problem)).toEqual([]);
  });

  test('on 60 random problems with noise, by three controllers', () => {
    for (let seed = 0; seed < 60; seed++) {
      const u = (k: number): number => 2 * uniform(99, seed, k) - 1;
      const angle = Math.PI * (0.5 + 0.4 * u(0)); // away from parallel: feasible points are near
      const problem: Problem = {
        start: [u(1), u(2)],
        rate: 0.1,
        steps: 1500,
        noise: 0.1 * Math.abs(u(3)),
        seed,
        cosines: true,
        task: distance([2 * u(4), 2 * u(5)]),
        constraints: {
          first: halfSpace([1, 0], u(6)),
          sum: halfSpace([Math.cos(angle), Math.sin(angle)], 0.5 + u(7) / 4),
        },
      };
      const options = [{ rate: 0.05 }, { rate: 0.05, controller: { type: 'nupi' } }, { rate: 0.05, penalty: 1 }][
        seed % 3
      ];
      expect(patterns(both(options as never), problem), `seed ${seed}`).toEqual([]);
    }
  });
});

describe('the doctor names', () => {
  test('λ that swings, with its period, and does not recommend smoothing', () => {
    const config = one({ rate: 0.05 });
    const [found, ...more] = doctor(simulate(config, pulled), config);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ pattern: 'oscillation', constraints: ['a'] });
    // x' = 1 - λ and λ' = x swing at √(0.05 · 0.05) a step
    expect(found!.evidence['period']).toBeGreaterThan(0.7 * ((2 * Math.PI) / 0.05));
    expect(found!.evidence['period']).toBeLessThan(2 * ((2 * Math.PI) / 0.05));
    expect(found!.what).toContain('does not settle');
    expect(found!.todo[0]).toContain('nupi');
    expect(found!.todo.join(' ')).toContain('an EMA adds delay');
  });

  test('the EMA as what drives a swing, and nuPI ends it', () => {
    const smooth = one({ rate: 0.1, ema: 0.02 });
    const curved = { ...pulled, task: distance([2]) };
    const [found] = doctor(simulate(smooth, curved), smooth);
    expect(found).toMatchObject({ pattern: 'oscillation' });
    expect(found!.todo[0]).toContain('ema_alpha: 1');
    expect(patterns(one({ rate: 0.1 }), curved)).toEqual([]);
    expect(patterns(one({ rate: 0.05, controller: { type: 'nupi', kp: 20 } }), pulled)).toEqual([]);
  });

  test('a swing of two steps', () => {
    const fast = { ...pulled, task: distance([2]), rate: 1, steps: 400 };
    expect(patterns(one({ rate: 2.01 }), fast)).toEqual(['oscillation']);
  });

  test('a constraint that cannot be met, its λ at the cap, and the task that gave way', () => {
    const square: Loss = { value: ([x]) => x! ** 2 + 0.1, gradient: ([x]) => [2 * x!] };
    const config = one({ rate: 0.5, max: 20 });
    const rows = simulate(config, {
      ...pulled,
      start: [2],
      task: distance([2]),
      rate: 0.02,
      constraints: { a: square },
    });
    const found = doctor(rows, config);
    expect(found.map(({ pattern }) => pattern)).toEqual(['never-satisfied', 'task-starved']);
    expect(found[0]!.what).toContain('λ at its cap in 100%');
    expect(found[0]!.evidence).toMatchObject({ satisfied: 0, lambda: 20, at_cap: 1 });
    expect(found[0]!.evidence['violation']).toBeCloseTo(0.1 + (2 / 41) ** 2, 3);
    expect(found[1]!.what).toContain('to no avail');
    expect(found[1]!.evidence['task']).toBeCloseTo(0.5 * (2 - 2 / 41) ** 2, 3);
  });

  test('a leak as what holds a violation up, by its size ρλ/η', () => {
    const config = one({ rate: 0.05, leak: 0.01 });
    const [found, ...more] = doctor(simulate(config, { ...pulled, task: distance([2]) }), config);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ pattern: 'never-satisfied' });
    expect(found!.what).toContain('ρλ/η');
    expect(found!.todo[0]).toContain('Set leak to 0');
    expect(found!.evidence['leak_bias']).toBeCloseTo(found!.evidence['violation']!, 6);
  });

  test('a gradient that does not arrive', () => {
    const detached: Loss = { value: ([x]) => x! - 1, gradient: () => [0] };
    const config = one({ rate: 0.01 });
    const found = doctor(simulate(config, { ...pulled, task: distance([2]), constraints: { a: detached } }), config);
    expect(found.map(({ pattern }) => pattern)).toEqual(['never-satisfied']);
    expect(found[0]!.todo[0]).toContain('reaches the parameters');
    expect(found[0]!.evidence['violation']).toBeCloseTo(1, 6);
  });

  test('losses that the spike test takes for outliers for good', () => {
    const jumps: Loss = { value: (_, t) => (t < 100 ? -1 : 5), gradient: () => [0] };
    const config = one({ rate: 0.01, spike: { maxStreak: 100_000 } });
    const found = doctor(simulate(config, { ...pulled, steps: 1500, constraints: { a: jumps } }), config);
    expect(found.map(({ pattern }) => pattern)).toEqual(['never-satisfied']);
    expect(found[0]!.what).toContain('unknown in 100% of the last 750 steps');
    expect(found[0]!.todo).toEqual([expect.stringContaining('maxStreak') as string]);
  });

  test('updates that do not happen, and by what', () => {
    const held: Loss = { value: () => 1, gradient: () => [0] };
    const config = one({ rate: 0.01, audit: { window: 20, tau: 0 } });
    const rows = simulate(config, { ...pulled, steps: 1500, constraints: { a: held }, ease: (t) => t });
    const [found] = doctor(rows, config);
    expect(found).toMatchObject({ pattern: 'never-satisfied' });
    expect(found!.what).toContain('mostly by audit');
    expect(found!.todo[0]).toContain('see wireheading');
  });

  test('a rank that is compared with its own past', () => {
    const still: Loss = { value: (_, t) => 1e-3 * (1 + 0.1 * normal(5, t, 0)), gradient: () => [0] };
    const config = one({ rate: 0.01, target: -0.97, normalizer: { type: 'rank', window: 500 } });
    const [found] = doctor(simulate(config, { ...pulled, steps: 1500, constraints: { a: still } }), config);
    expect(found).toMatchObject({ pattern: 'never-satisfied' });
    expect(found!.todo[0]).toContain('frozen reference window');
    const frozen = one({ rate: 0.01, target: -0.97, normalizer: { type: 'rank', freezeAfter: 500 } });
    const [other] = doctor(simulate(frozen, { ...pulled, steps: 1500, constraints: { a: still } }), frozen);
    expect(other).toMatchObject({ pattern: 'never-satisfied' });
    expect(other!.todo[0]).not.toContain('frozen reference window');
  });

  test('a task that is starved by a multiplier that has wound up', () => {
    const broken: Loss = { value: ([x], t) => (t < 1000 ? 1 : Math.tanh(x! - 1)), gradient: () => [1] };
    const config = one({ rate: 0.01 });
    const found = doctor(
      simulate(config, { ...pulled, start: [2], steps: 2000, task: distance([2]), constraints: { a: broken } }),
      config,
    );
    expect(found.map(({ pattern }) => pattern)).toEqual(['task-starved']);
    expect(found[0]!.what).toContain('with room to spare');
    expect(found[0]!.todo.join(' ')).toContain('wound up');
  });

  test('cases that get easier where λ presses', () => {
    const wired: Problem = {
      ...pulled,
      steps: 1500,
      noise: 0.2,
      task: distance([2]),
      ease: (t, multiplier) => 0.4 + 0.5 * multiplier + 0.01 * normal(8, t, 1),
    };
    const config = one({ rate: 0.05 });
    const found = doctor(simulate(config, wired), config);
    expect(found.map(({ pattern }) => pattern)).toEqual(['wireheading']);
    expect(found[0]!.evidence['correlation']).toBeGreaterThan(0.5);
    expect(patterns(config, { ...wired, ease: (t) => 0.4 + 0.1 * normal(8, t, 1) })).toEqual([]);
  });

  test.each([true, false])('two constraints that exclude each other, cosines told: %s', (cosines) => {
    const config: DualConfig = { rate: 0.01, constraints: { low: { target: 0, max: 5 }, high: { target: 0, max: 5 } } };
    const found = doctor(
      simulate(config, {
        ...pulled,
        steps: 2000,
        noise: 0.05,
        task: distance([0.8]),
        constraints: { low: halfSpace([1], 0), high: halfSpace([-1], -1) },
        cosines,
      }),
      config,
    );
    const conflict = found.find(({ pattern }) => pattern === 'conflict');
    expect(conflict).toMatchObject({ constraints: ['low', 'high'], evidence: { together: 0 } });
    expect(conflict!.evidence['cosine']).toBe(cosines ? -1 : undefined);
    expect(conflict!.todo[1]).toContain('CAGrad with c < 1');
    expect(new Set(found.map(({ pattern }) => pattern))).toEqual(new Set(['never-satisfied', 'conflict']));
  });
});

test('of λ that swings about 0, as that of an equality may, no share of its mean is told', () => {
  const rows = Array.from({ length: 400 }, (_, k) => ({
    step: k + 1,
    'lambda:a': Math.sin(k / 5),
    'violation:a': Math.cos(k / 5),
  }));
  const [found] = doctor(rows).filter(({ pattern }) => pattern === 'oscillation');
  expect(found!.what).toMatch(/^λ of a swings by ±1\.037 about -?[\d.e-]+, every 31 steps/);
});
