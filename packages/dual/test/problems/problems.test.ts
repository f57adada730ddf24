import { describe, expect, test } from 'vitest';
import { analytic } from './analytic.js';
import { haveData, onData } from './data.js';
import { solve } from './solve.js';
import { recommended, ways } from './ways.js';

const LIMIT = { analytic: 10_000, data: 6_000 };

describe.each(analytic)('$name', (problem) => {
  test('the recommended settings find x* and λ* to 1e-6', () => {
    const { primal, dual, settled } = solve(problem, { ...recommended, steps: LIMIT.analytic });
    expect(primal).toBeLessThanOrEqual(1e-6);
    expect(dual).toBeLessThanOrEqual(1e-6);
    expect(settled).not.toBeNull();
  });
});

describe.skipIf(!haveData).each(onData())('$name', (problem) => {
  test.each(['augmented, rate 0.3 c', 'plain ascent', 'nuPI'])('%s finds x* and λ* to 1e-6', (name) => {
    const { primal, dual } = solve(problem, { ...ways[name]!, steps: LIMIT.data });
    expect(primal).toBeLessThanOrEqual(1e-6);
    expect(dual).toBeLessThanOrEqual(1e-6);
  });
});

test.runIf(!haveData)('two problems on real data are skipped: no data', ({ skip }) => {
  skip('skipped: no data (a folder with diabetes_442.csv in CFC_DATA)');
});

/** Which ways settle on which of the seven problems without data: the table of the README. */
const settles: Readonly<Record<string, string>> = {
  'augmented, rate 0.3 c': '+++++++',
  'augmented, rate c': '++++++-',
  'plain ascent': '++++++-',
  'plain ascent, dual first': '++++++-',
  'plain ascent, fast': '--++---',
  'EMA 0.1, fast': '-------',
  'nuPI, fast': '++++++-',
  nuPI: '++++++-',
  PID: '++++++-',
  'EMA 0.1': '++++---',
  'EMA 0.01': '++++---',
  'leak 0.001': '-------',
  'deadzone 0.01': '-------',
  'cap 0.03': '-------',
  'rank normalizer': '-------',
  restart: '+--   -',
};

test('every way is in the table', () => {
  expect(Object.keys(settles).sort()).toEqual(Object.keys(ways).sort());
});

test.each(Object.entries(settles))('%s settles as the table says: %s', (name, row) => {
  const got = analytic.map((problem) => {
    if (name === 'restart' && problem.constraints.some(({ sense }) => sense === 'equal')) return ' ';
    return solve(problem, { ...ways[name]!, steps: LIMIT.analytic }).settled === null ? '-' : '+';
  });
  expect(got.join('')).toBe(row);
});

test('where plain ascent swings for ever nuPI settles; a long average needs many times the steps of plain ascent', () => {
  const steps = (name: string): number => solve(analytic[0]!, { ...ways[name]!, steps: LIMIT.analytic }).settled!;
  expect(steps('EMA 0.01')).toBeGreaterThan(20 * steps('plain ascent'));
  expect(steps('nuPI, fast')).toBeLessThan(2 * steps('plain ascent'));
  expect(steps('augmented, rate 0.3 c')).toBeLessThan(steps('plain ascent'));
});
