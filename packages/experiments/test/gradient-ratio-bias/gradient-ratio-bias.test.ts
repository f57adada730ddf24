import { gradientRatioGate, readRecords, replay } from '@cfc/modules-gating';
import { compile, type TopLevelSpec } from 'vega-lite';
import { expect, test } from 'vitest';
import type { Row } from '../../src/experiment.js';
import { blueprints } from '../../src/gradient-ratio-bias/blueprints.js';
import { gradientRatioBias } from '../../src/gradient-ratio-bias/gradient-ratio-bias.js';
import { interval } from '../../src/interval.js';

/** The quick scope: sixteen hosts learn, and 112 seeds. */
const cells = gradientRatioBias.cells('quick');
const found = cells.map((cell) => gradientRatioBias.measure(cell));
const rows: readonly Row[] = found.flat();
const { claims, table, figure } = gradientRatioBias.conclude(rows);
const claim = (words: string) => claims.find(({ expected }) => expected.includes(words))!;

test('a cell is deterministic', () => {
  expect(gradientRatioBias.measure(cells[1])).toEqual(found[1]);
});

test('every seed is recorded five times, with gradients above 0 of layers of its own types', () => {
  const records = readRecords(rows.map(({ record }) => record as string).join('\n'));
  expect(records.length).toBe(cells.length * Object.keys(blueprints).length * 5);
  for (const { blueprint, seed, host } of records) {
    const kind = { att: 'attention', mlp: 'linear', con: 'convolution', nor: 'norm' }[blueprint.slice(0, 3)]!;
    expect(seed.map(({ type }) => type)).toEqual([kind]);
    expect([...seed, ...host].every(({ norm }) => norm > 0 && norm < Infinity)).toBe(true);
  }
  const hostTypes = new Set(records.map(({ host }) => host.map(({ type }) => type).join()));
  expect(hostTypes).toEqual(new Set(['linear', 'linear,convolution,attention,norm']));
});

test('grafted seeds learn: in the mean they lower the loss of their hosts', () => {
  const gains = rows.filter(({ step }) => step === 40).map(({ gain }) => gain as number);
  expect(gains.length).toBe(112);
  expect(gains.every(Number.isFinite)).toBe(true);
  expect(interval(gains).low).toBeGreaterThan(0);
});

test('in hosts with layers of all types today the ratio of a normalisation is far below all others', () => {
  const records = readRecords(
    rows
      .filter(({ host }) => host === 'mixed')
      .map(({ record }) => record as string)
      .join('\n'),
  );
  const ratios = (of: (blueprint: string) => boolean): number[] =>
    replay(records, gradientRatioGate())
      .filter(({ blueprint }) => of(blueprint))
      .map(({ decision }) => decision.average);
  expect(Math.max(...ratios((name) => name === 'norm'))).toBeLessThan(0.3);
  expect(Math.min(...ratios((name) => name !== 'norm'))).toBeGreaterThan(0.2);
});

test("today's formula prefers architectures, and for normal gradients it does not", () => {
  // Of 56 runs not every measure can tell the bias from chance; of the full scope each does.
  expect(claim('prefer certain architectures').verdict).not.toBe('refuted');
  expect(claim('is principled').verdict).toBe('confirmed');
});

test('only thresholds by blueprint take bias off', () => {
  expect(claim('within layer types').verdict).toBe('refuted');
  expect(claim('Σ|g| / n').verdict).toBe('refuted');
  expect(claim('A threshold for each blueprint').verdict).not.toBe('refuted');
});

test('the conclusion has a verdict for every claim, a row for every blueprint and measure, and no number that is none', () => {
  expect(claims.length).toBe(8);
  expect(table.rows.length).toBe(Object.keys(blueprints).length + 5);
  for (const row of table.rows) expect(row.length).toBe(table.headings.length);
  expect(JSON.stringify({ claims, table })).not.toMatch(/NaN|Infinity|undefined/);
});

test('the figure compiles', () => {
  const warnings: string[] = [];
  const logger = { warn: (...all: readonly string[]) => (warnings.push(all.join(' ')), logger) };
  const quiet = { ...logger, level: () => quiet, error: logger.warn, info: () => quiet, debug: () => quiet };
  const { spec } = compile(figure as unknown as TopLevelSpec, { logger: quiet as never });
  expect(spec.marks!.length).toBeGreaterThan(0);
  expect(warnings).toEqual([]);
});
