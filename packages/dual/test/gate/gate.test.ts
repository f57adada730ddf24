import { normal } from '@cfc/core';
import { expect, test } from 'vitest';
import { gate, type TraceRow } from '../../src/index.js';
import { corner, simulate } from '../helpers/simulate.js';

const config = {
  rate: 0.02,
  constraints: { first: { target: 0, tolerance: 0.2, max: 5 }, sum: { target: 0, tolerance: 0.2, max: 5 } },
};
const run = (seed: number): readonly TraceRow[] => simulate(config, { ...corner, noise: 0.1, seed });
const base = run(1);
const failed = (candidate: readonly TraceRow[], options = {}) =>
  gate(base, candidate, options)
    .checks.filter(({ passed }) => !passed)
    .map(({ name }) => name);
const changed = (change: (row: TraceRow) => TraceRow): readonly TraceRow[] =>
  run(2).map((row) => ({ ...row, ...change(row) }));

test('a candidate that is the baseline, or another run of the same, passes', () => {
  expect(gate(base, base)).toMatchObject({ passed: true, risk: { of: 'infeasibility', change: 0 } });
  for (let seed = 2; seed < 16; seed++) expect(failed(run(seed)), `seed ${seed}`).toEqual([]);
});

test('it tells all λ, satisfaction rates and task losses before and after', () => {
  const { constraints, task } = gate(base, run(2));
  const { before, after } = constraints['sum']!;
  expect(before!.lambda).toBe(base.at(-1)!['lambda:sum']);
  expect([before!.meanLambda, after!.meanLambda]).toEqual([expect.closeTo(0.5, 1), expect.closeTo(0.5, 1)]);
  expect(before).toMatchObject({ cap: 5, atCap: 0 });
  expect(after!.satisfied).toBeGreaterThan(0.9);
  expect(task.before).toBeCloseTo(0.625, 1);
});

test.each<[string, (row: TraceRow) => TraceRow, string[]]>([
  ['satisfies less often', () => ({ 'satisfied:sum': false }), ['sum is satisfied']],
  ['has λ at its cap', () => ({ 'lambda:first': 5 }), ['λ of first is below its cap']],
  ['has λ of an equality at its lower cap', () => ({ 'lambda:first': -5 }), ['λ of first is below its cap']],
  ['does its task worse', ({ task }) => ({ task: Number(task) + 0.1 }), ['the task loss holds']],
  ['has no task loss', () => ({ task: null }), ['the task loss holds']],
  ['is further from feasible', () => ({ infeasibility: 1 }), ['the risk does not rise']],
])('a candidate that %s is refused', (_, change, names) => {
  expect(failed(changed(change))).toEqual(names);
});

test('a constraint of the baseline that is gone is refused; a new one has to be satisfied', () => {
  const without = run(2).map((row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !name.endsWith(':sum'))),
  );
  expect(failed(without)).toEqual(['sum is there']);
  expect(failed(changed(() => ({ 'lambda:new': 0, 'violation:new': 1 })))).toEqual(['new is satisfied']);
});

test('another target, or another normalizer, is told of: rates cannot be compared then', () => {
  expect(failed(changed(() => ({ 'target:sum': 0.5 })))).toEqual(['sum is judged as before']);
  expect(failed(changed(() => ({ 'normalized:sum': 0.5 })))).toEqual(['sum is judged as before']);
});

test('a risk is compared case by case, at the 95th percentile of ΔV_s', () => {
  const rows = (shift: number) =>
    base.map((row, t) => ({ ...row, risk: 1 + 0.3 * normal(3, t, 0) + (t % 10 === 0 ? shift : -0.01) }));
  const same = gate(rows(0), rows(0));
  expect(same.risk).toMatchObject({ of: 'risk', change: 0, rise: 0 });
  // one case of ten is worse: the mean hardly says so, the 95th percentile does
  const worse = gate(rows(0), rows(0.05));
  expect(worse.risk!.change).toBeCloseTo(0.005, 12);
  expect(worse.risk!.rise).toBeCloseTo(0.05, 12);
  expect(worse.passed).toBe(false);
  expect(gate(rows(0), rows(0.05), { risk: 0.06 }).passed).toBe(true);
});

test('limits are options', () => {
  expect(
    failed(
      changed(({ task }) => ({ task: Number(task) + 0.1 })),
      { task: 0.5 },
    ),
  ).toEqual([]);
  expect(failed(base, { satisfaction: 1, last: 1000 })).toEqual(['first is satisfied', 'sum is satisfied']);
  expect(() => gate(base, base, { tsk: 1 } as never)).toThrow('Did you mean "task"?');
});

test('what is no trace of multipliers is refused', () => {
  expect(() => gate([], base)).toThrow('INPUT_INVALID: the trace has no rows (at baseline)');
  expect(() => gate(base, [{ step: 1 }])).toThrow('no multipliers');
});
