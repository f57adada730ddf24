import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { agreement, explained, explainedBeyondGain, passGap } from '../../src/gradient-ratio/bias.js';
import { basicInterval, resampled, shuffled } from '../../src/gradient-ratio/resampling.js';
import { spearman } from '../../src/gradient-ratio/spearman.js';
import { type Share, type Trial, gradientRatioGate, wilson } from '../../src/index.js';

interface Reference {
  readonly wilson: readonly Share[];
  readonly covariance: {
    readonly blueprint: readonly string[];
    readonly margin: readonly number[];
    readonly gain: readonly number[];
    readonly etaSquared: number;
    readonly partialEtaSquared: number;
    readonly spearman: number;
  };
}

/** From SciPy 1.17.1 and NumPy 2.4.6: `binomtest`, `f_oneway`, `spearmanr` and least squares with dummy variables. */
const reference = JSON.parse(
  readFileSync(new URL('../fixtures/statistics.json', import.meta.url), 'utf8'),
) as Reference;

const gate = gradientRatioGate();
const decision = gate.decide({ blueprint: 'x', layers: [] }, { blueprint: 'x', layers: [] }, gate.init()).decision;

const trial = (blueprint: string, pass: boolean, margin: number | null = 0, gain: number | null = null): Trial => ({
  run: null,
  blueprint,
  decision: { ...decision, blueprint, pass },
  margin,
  gain,
});

test("Wilson's intervals are the reference ones", () => {
  expect(reference.wilson.length).toBe(34);
  for (const { passed, total, low, high } of reference.wilson) {
    const found = wilson(passed, total);
    expect(Math.abs(found.low - low)).toBeLessThan(1e-12);
    expect(Math.abs(found.high - high)).toBeLessThan(1e-12);
    expect(found.rate).toBe(passed / total);
  }
  expect(wilson(0, 0)).toEqual({ passed: 0, total: 0, rate: 0, low: 0, high: 1 });
});

test('explained shares and the rank correlation are the reference ones', () => {
  const { blueprint, margin, gain, etaSquared, partialEtaSquared, spearman: rho } = reference.covariance;
  const trials = blueprint.map((name, i) => trial(name, true, margin[i], gain[i]));
  expect(explained(trials)).toBeCloseTo(etaSquared, 12);
  expect(explainedBeyondGain(trials)).toBeCloseTo(partialEtaSquared, 12);
  expect(agreement(trials)).toBeCloseTo(rho, 12);
});

test('a gap is the largest difference of rates', () => {
  const trials = [
    trial('a', true),
    trial('a', false),
    trial('b', true),
    trial('c', false),
    trial('c', false),
    trial('c', true),
  ];
  expect(passGap(trials)).toBeCloseTo(2 / 3, 14);
  expect(passGap([])).toBe(0);
  expect(passGap([trial('a', true)])).toBe(0);
});

test('what was not measured is left out of shares, and what does not vary has nothing to explain', () => {
  const two = [trial('a', true, 1, 1), trial('a', true, 1, 2), trial('b', true, 3, 3), trial('b', true, 3, 5)];
  expect(explained([...two, trial('c', false, null)])).toBe(1);
  for (const measure of [explained, explainedBeyondGain, agreement]) {
    expect(measure([])).toBe(0);
    expect(measure([trial('a', true, 2, 1), trial('b', true, 2, 1)])).toBe(0);
  }
});

test('ranks of ties are their middle', () => {
  expect(spearman([1, 2, 2, 3], [1, 3, 2, 4])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 14);
  expect(spearman([1, 2, 3], [9, 8, 7])).toBe(-1);
});

test('resamples keep the size of every group, shuffles every place, and both follow their seed', () => {
  const groups = [
    [0, 2, 3],
    [1, 4],
  ];
  for (let draw = 0; draw < 50; draw++) {
    const sample = resampled(groups, 1, draw);
    expect(sample.map((i) => groups.findIndex((own) => own.includes(i)))).toEqual([0, 0, 0, 1, 1]);
    expect(sample).toEqual(resampled(groups, 1, draw));
    expect([...shuffled(9, 1, draw)].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  }
  expect(resampled(groups, 1, 0)).not.toEqual(resampled(groups, 1, 1));
});

test('all permutations come up equally often', () => {
  const seen = new Map<string, number>();
  for (let draw = 0; draw < 6000; draw++) {
    const key = shuffled(3, 7, draw).join('');
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  expect(seen.size).toBe(6);
  // Five times the standard error of a count with p = 1/6.
  for (const times of seen.values()) expect(Math.abs(times - 1000)).toBeLessThan(5 * Math.sqrt((6000 * 5) / 36));
});

test('the basic interval reflects the quantiles of the resamples, inside its range', () => {
  const resamples = Array.from({ length: 1001 }, (_, i) => i / 1000);
  expect(basicInterval(0.5, resamples, [-9, 9])).toEqual({
    low: expect.closeTo(0.025, 12),
    high: expect.closeTo(0.975, 12),
  });
  expect(basicInterval(0.9, resamples, [0, 1])).toEqual({ low: expect.closeTo(0.825, 12), high: 1 });
});
