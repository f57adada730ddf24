import { type Term, compile, gradientBelow, auto, monotone, ramp, relax } from '@cfc/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bySteps,
  bySuccess,
  competence,
  competenceSchedule,
  curriculum,
  type Lesson,
  type Progress,
} from '../../src/index.js';
import { codeOf } from '../support/errors.js';
import { holds, real } from '../support/mixed.js';
import { readings, sensors } from '../support/sensors.js';

describe('competence', () => {
  test('is the formulas of the paper: linear, square root', () => {
    for (const t of [0, 3, 10, 19]) {
      expect(competence(t, { power: 1, start: 0.01 })).toBeCloseTo((t * (1 - 0.01)) / 20 + 0.01, 14);
      expect(competence(t, { power: 2, start: 0.01 })).toBeCloseTo(
        Math.sqrt((t * (1 - 0.01 ** 2)) / 20 + 0.01 ** 2),
        14,
      );
    }
    expect(competence(5, { start: 0.1, steps: 10, power: 0 })).toBeCloseTo(Math.sqrt(0.1), 14);
  });

  test('grows from its start to 1, the faster at first the higher the power; 0 is the limit', () => {
    holds(
      fc.property(real(0.001, 1), fc.integer({ min: 1, max: 50 }), real(0, 5), (start, steps, power) => {
        const at = (t: number, p = power): number => competence(t, { start, steps, power: p });
        expect(at(0)).toBeCloseTo(start, 12);
        expect([at(steps), at(steps + 9)]).toEqual([1, 1]);
        for (let t = 1; t <= steps; t++) {
          expect(at(t)).toBeGreaterThanOrEqual(at(t - 1));
          expect(at(t, power + 1)).toBeGreaterThanOrEqual(at(t) - 1e-12);
        }
        expect(at(1, 1e-7)).toBeCloseTo(at(1, 0), 5);
      }),
    );
  });

  test.each([{ start: 0 }, { start: 1.1 }, { steps: 0 }, { steps: 1.5 }, { power: -1 }, { power: NaN }])(
    'refuses %j',
    (options) => {
      expect(codeOf(() => competence(1, options))).toBe('OPTION_INVALID');
      expect(codeOf(() => bySteps(options))).toBe('OPTION_INVALID');
      expect(codeOf(() => competenceSchedule(options))).toBe('OPTION_INVALID');
    },
  );
});

describe('the schedule Competence', () => {
  const term = (key: string): Term => ({ key, kind: key.startsWith('coup') ? 'coup' : 'local', family: '', count: 1 });
  const terms = ['local:A', 'coup:B', 'coup:C', 'local:D'].map(term);
  const shares = (iteration: number, options = {}): number[] => {
    const schedule = competenceSchedule({ start: 0.2, steps: 10, power: 1, ...options });
    return Array.from(schedule.weights(iteration, terms, schedule.init(terms)));
  };

  test('lets terms in when competence passes their difficulty, and makes all whole at the end', () => {
    const difficulty = { 'coup:C': 0.6, 'local:D': 0.5 };
    expect(shares(0, { difficulty })).toEqual([1, 0.2, 0, 0]);
    // c(5) = 0.6
    expect(shares(5, { difficulty }).map((share) => Number(share.toFixed(12)))).toEqual([1, 0.6, 0, 0.2]);
    expect(shares(10, { difficulty })).toEqual([1, 1, 1, 1]);
  });

  test("is core's Ramp where it is linear and nothing is hard", () => {
    const straight = ramp({ start: 0.2, steps: 10 });
    for (const t of [0, 1, 5, 9, 10, 30]) {
      straight.weights(t, terms, null).forEach((share, k) => {
        expect(shares(t)[k]).toBeCloseTo(share, 14);
      });
    }
  });

  test('refuses terms that the system has not, and difficulties that never open', () => {
    expect(codeOf(() => shares(0, { difficulty: { 'coup:X': 0.5 } }))).toBe('NAME_UNKNOWN');
    expect(codeOf(() => shares(0, { difficulty: { 'coup:B': 1 } }))).toBe('OPTION_INVALID');
  });

  test('ends at the minimum of the whole weights', () => {
    const system = compile(sensors());
    const plan = { method: auto(), guard: monotone(), stop: gradientBelow({ norm: 1e-10 }) };
    const difficulty = { 'coup:AsymmetricHingeCoupling': 0.5 };
    const eased = relax(system, readings(40, 1), { ...plan, schedule: competenceSchedule({ difficulty, steps: 6 }) });
    const plain = relax(system, readings(40, 1), plan);
    expect(eased.outcome).toBe('converged');
    expect(eased.steps).toBeGreaterThanOrEqual(6);
    expect(Math.abs(eased.unitEnergy - plain.unitEnergy)).toBeLessThan(1e-9);
  });
});

describe('a curriculum', () => {
  const difficulties = [5, 1, 3, 3, 9, 7, 2, 8, 4, 6];

  test('opens problems by rank, equals together', () => {
    const lessons = curriculum(difficulties, bySteps({ start: 0.1, steps: 9, power: 1 }));
    const counts: number[] = [];
    let lesson = lessons.init();
    for (let k = 0; k < 10; k++) {
      counts.push(lessons.open(lesson));
      lesson = lessons.told(true, lesson);
    }
    // Ranks: 1 is 0.1, 2 is 0.2, both 3s are 0.4, 4 is 0.5, ...
    expect(counts).toEqual([1, 2, 2, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('always has the easiest open', () => {
    const lessons = curriculum([2, 2, 2, 3], bySteps({ start: 0.01, steps: 1000 }));
    expect(lessons.open(lessons.init())).toBe(3);
  });

  test('draws evenly among those that are open, none that is too hard', () => {
    const lessons = curriculum(difficulties, { init: () => null, level: () => 0.5, told: () => null }, 7);
    const counts = new Map<number, number>();
    let lesson = lessons.init();
    for (let k = 0; k < 5000; k++) {
      const next = lessons.next(lesson);
      counts.set(next, (counts.get(next) ?? 0) + 1);
      lesson = lessons.told(true, lesson);
    }
    expect([...counts.keys()].sort((i, j) => i - j)).toEqual([1, 2, 3, 6, 8]);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });

  test('is the same under the same seed, and goes through JSON', () => {
    const lessons = curriculum(difficulties, bySuccess({ window: 3, raise: 0.6 }), 4);
    const follow = (from: Lesson<Progress>, count: number) => {
      let lesson = from;
      const seen = Array.from({ length: count }, () => {
        const next = lessons.next(lesson);
        lesson = lessons.told(lesson.tried % 3 > 0, lesson);
        return next;
      });
      return { seen, lesson };
    };
    const whole = follow(lessons.init(), 30);
    const half = follow(lessons.init(), 12);
    const rest = follow(JSON.parse(JSON.stringify(half.lesson)) as Lesson<Progress>, 18);
    expect([...half.seen, ...rest.seen]).toEqual(whole.seen);
    expect(rest.lesson).toEqual(whole.lesson);
    expect(new Set(whole.seen).size).toBeGreaterThan(5);
  });

  test.each([
    ['no problems', () => curriculum([], bySteps())],
    ['a difficulty that is NaN', () => curriculum([1, NaN], bySteps())],
  ])('of %s is refused', (_what, run) => {
    expect(codeOf(run)).toBe('INPUT_INVALID');
  });

  test('of a bad seed is refused', () => {
    expect(codeOf(() => curriculum([1], bySteps(), -1))).toBe('OPTION_INVALID');
  });
});

describe('a pace by success', () => {
  const pace = bySuccess({ start: 0.2, window: 4, raise: 0.75, lower: 0.5, change: 0.3 });
  const after = (outcomes: string): number =>
    pace.level([...outcomes].reduce((state, outcome) => pace.told(outcome === '+', state), pace.init()));

  test('rises where enough was solved, falls where too little was, and waits for its window', () => {
    expect(after('+++')).toBe(0.2);
    expect(after('+++-')).toBe(0.5);
    expect(after('++--')).toBe(0.2);
    expect(after('++++' + '++++')).toBeCloseTo(0.8, 14);
    expect(after('++++' + '++--')).toBe(0.5);
    expect(after('++++' + '+---')).toBeCloseTo(0.2, 14);
  });

  test('stays between its start and 1', () => {
    expect(after('----')).toBe(0.2);
    expect(after('++++'.repeat(9))).toBe(1);
  });

  test.each([{ window: 0 }, { change: 0 }, { raise: 2 }, { start: 0 }, { raise: 0.2, lower: 0.4 }])(
    'refuses %j',
    (options) => {
      expect(codeOf(() => bySuccess(options))).toBe('OPTION_INVALID');
    },
  );
});
