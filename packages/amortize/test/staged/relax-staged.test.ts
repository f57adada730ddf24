import {
  anyOf,
  auto,
  compile,
  defaultPlan,
  descent,
  fixedStep,
  gradientBelow,
  maxSteps,
  monotone,
  ramp,
  relax,
  smallGainLimit,
  stalled,
} from '@cfc/core';
import { describe, expect, test } from 'vitest';
import { activeSet, aggregated, metered, relaxStaged, selection } from '../../src/index.js';
import { codeOf } from '../support/errors.js';
import { readings, sensors } from '../support/sensors.js';

const system = compile(sensors({ size: 80 }));
const read = readings(80, 1);
const rough = { method: descent({ search: fixedStep({ step: 1e9 }), limit: smallGainLimit() }) };
const exact = { method: auto(), guard: monotone(), stop: gradientBelow({ norm: 1e-11 }) };
const least = relax(system, read, exact).unitEnergy;

describe('stages', () => {
  test('go on from where the one before ended, and say what each spent and won', () => {
    const done = relaxStaged(system, read, [
      { name: 'rough', plan: rough, steps: 4 },
      { name: 'exact', plan: exact },
    ]);
    const [first, second] = done.stages;
    const alone = relax(system, read, { ...rough, stop: maxSteps({ steps: 4 }) });
    expect(first).toMatchObject({ name: 'rough', steps: 4, ended: 'spent', reason: '4 steps are done' });
    expect(first!.to).toBe(alone.unitEnergy);
    expect(first!.from).toBe(system.energy(read, system.unit));
    expect(second).toMatchObject({ name: 'exact', ended: 'converged', from: first!.to });
    for (const { from, to, won } of done.stages) expect(won).toBe(from - to);
    expect(done.stages.reduce((sum, { won }) => sum + won, 0)).toBeCloseTo(first!.from - done.unitEnergy, 12);
    expect(done.passes).toBe(first!.passes + second!.passes);
    expect(Math.abs(done.unitEnergy - least)).toBeLessThan(1e-11);
    expect(done.ended).toBe('converged');
    expect(done.eta[system.ids[3]!]).toBe(done.vector[3]);
  });

  test('count as their plan does alone', () => {
    const meter = metered(system);
    const alone = relax(meter.system, read, exact);
    const passes = meter.passes() - 1; // the solution's unit-weight energy is a report
    const { vector, stages } = relaxStaged(system, read, [{ name: 'all', plan: exact }]);
    expect(Array.from(vector)).toEqual(Array.from(alone.vector));
    expect(stages[0]).toMatchObject({ steps: alone.steps, passes, ended: alone.outcome, reason: alone.reason });
  });

  test('end at their own tolerance, besides the rules of their plan', () => {
    const { stages } = relaxStaged(system, read, [
      { name: 'near', plan: rough, tolerance: 1e-2 },
      { name: 'nearer', plan: { ...rough, stop: stalled() }, tolerance: 1e-3 },
      { name: 'own', plan: { ...rough, stop: maxSteps({ steps: 2 }) }, tolerance: 1e-9 },
    ]);
    expect(stages.map(({ ended }) => ended)).toEqual(['converged', 'converged', 'stopped']);
    expect(stages[2]!.reason).toBe('2 steps are done');
  });

  test('tell their observers of every step', () => {
    const seen: number[] = [];
    const plan = { ...rough, observers: [({ step }: { step: number }): void => void seen.push(step)] };
    relaxStaged(system, read, [{ name: 'seen', plan, steps: 3 }]);
    expect(seen).toEqual([1, 2, 3]);
  });

  test('under weights that move report energies under the base weights', () => {
    const { stages } = relaxStaged(system, read, [
      { name: 'ramp', plan: { ...rough, schedule: ramp({ start: 0.1, steps: 5 }) }, steps: 3 },
      { name: 'exact', plan: exact },
    ]);
    expect(stages[0]!.from).toBe(system.energy(read, system.unit));
    expect(stages[1]!.to).toBeCloseTo(least, 11);
  });
});

describe('budgets', () => {
  const stages = [
    { name: 'one', plan: rough, passes: 10 },
    { name: 'two', plan: rough, passes: 10 },
    { name: 'three', plan: exact },
  ];

  test('of a stage end it with the step that uses them up', () => {
    const { stages: done } = relaxStaged(system, read, stages);
    const step = relaxStaged(system, read, [{ name: 'step', plan: rough, steps: 1 }]).passes;
    for (const { passes, ended, reason } of done.slice(0, 2)) {
      expect([ended, reason]).toEqual(['spent', 'the passes are spent']);
      expect(passes).toBeGreaterThanOrEqual(10);
      expect(passes).toBeLessThan(10 + step);
    }
  });

  test('of the whole end it wherever it is', () => {
    const first = relaxStaged(system, read, stages, { passes: 5 });
    expect(first.stages.map(({ name }) => name)).toEqual(['one']);
    expect(first.ended).toBe('spent');
    const middle = relaxStaged(system, read, stages, { passes: 15 });
    expect(middle.stages.map(({ name, ended }) => [name, ended])).toEqual([
      ['one', 'spent'],
      ['two', 'spent'],
    ]);
    expect(middle.passes).toBeGreaterThanOrEqual(15);
    expect(middle.passes).toBeLessThan(19);
    const last = relaxStaged(system, read, stages, { passes: 30 });
    expect(last.stages.at(-1)).toMatchObject({ name: 'three', ended: 'spent' });
    expect(last.ended).toBe('spent');
    expect(relaxStaged(system, read, stages, { passes: 1e6 }).ended).toBe('converged');
  });

  test('see the visits of active sets', () => {
    const plan = {
      method: activeSet({ budget: 100, tolerance: 1e-9 }),
      guard: monotone(),
      stop: gradientBelow({ norm: 1e-9 }),
    };
    const {
      passes,
      stages: [only],
    } = relaxStaged(system, read, [{ name: 'sets', plan }]);
    expect(only!.ended).toBe('converged');
    expect(passes).toBeGreaterThan(5);
  });
});

describe('a stage on some modules', () => {
  const some = Int32Array.of(3, 4, 5, 6, 40);
  const only = () => some;

  test('holds all others, and ends where these are at rest', () => {
    const { vector, stages } = relaxStaged(system, read, [{ name: 'some', only, plan: exact }]);
    const gradient = new Float64Array(80);
    system.gradient(vector, system.unit, gradient);
    vector.forEach((value, i) => {
      if (some.includes(i))
        expect(Math.abs(value - Math.min(1, Math.max(0, value - gradient[i]!)))).toBeLessThan(1e-10);
      else expect(value).toBe(read[i]);
    });
    expect(stages[0]!.won).toBeGreaterThan(0);
    expect(stages[0]!.passes).toBeLessThan(0.2 * relaxStaged(system, read, [{ name: 'all', plan: exact }]).passes);
  });

  test('chooses by mass, and the whole ends at the minimum', () => {
    const groups = aggregated(system, read, 3);
    const { unitEnergy, stages } = relaxStaged(system, read, [
      { name: 'heaviest', only: selection({ groups, share: 0.5 }), plan: defaultPlan },
      { name: 'all', plan: exact },
    ]);
    expect(stages[0]!.won).toBeGreaterThan(0.2 * (stages[0]!.from - least));
    expect(Math.abs(unitEnergy - least)).toBeLessThan(1e-9);
  });

  test('has nothing to do where none is chosen', () => {
    const { stages } = relaxStaged(system, read, [{ name: 'none', only: () => new Int32Array(), plan: exact }]);
    expect(stages).toEqual([expect.objectContaining({ steps: 0, passes: 0, won: 0, ended: 'converged' })]);
  });
});

describe('is refused before any work:', () => {
  const meter = metered(system);
  const stage = { name: 'one', plan: exact };
  test.each([
    ['no stages', () => relaxStaged(meter.system, read, []), 'INPUT_INVALID'],
    [
      'a plan without a method',
      () => relaxStaged(meter.system, read, [stage, { name: 'two', plan: {} as never }]),
      'OPTION_INVALID',
    ],
    ['0 steps', () => relaxStaged(meter.system, read, [stage, { ...stage, steps: 0 }]), 'OPTION_INVALID'],
    ['NaN passes', () => relaxStaged(meter.system, read, [{ ...stage, passes: NaN }]), 'OPTION_INVALID'],
    ['a tolerance below 0', () => relaxStaged(meter.system, read, [{ ...stage, tolerance: -1 }]), 'OPTION_INVALID'],
    ['an infinite budget', () => relaxStaged(meter.system, read, [stage], { passes: Infinity }), 'OPTION_INVALID'],
    ['order parameters of another length', () => relaxStaged(meter.system, [0.5], [stage]), 'INPUT_INVALID'],
  ])('%s', (_what, run, code) => {
    expect(codeOf(run)).toBe(code);
    expect(meter.visits()).toBe(0);
  });
});

test('plans with several stop rules keep them', () => {
  const stop = anyOf({ of: [maxSteps({ steps: 7 }), gradientBelow({ norm: 1e-12 })] });
  const { stages } = relaxStaged(system, read, [{ name: 'both', plan: { ...rough, stop }, tolerance: 1e-10 }]);
  expect(stages[0]).toMatchObject({ steps: 7, ended: 'stopped' });
});
