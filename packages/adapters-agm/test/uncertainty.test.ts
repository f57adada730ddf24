import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { uncertainty, type Uncertainty } from '../src/index.js';

interface Reference {
  readonly history: readonly number[];
  readonly uncertainty: Uncertainty;
}

const fixture = new URL('fixtures/phase-metrics.json', import.meta.url);
const references = JSON.parse(readFileSync(fixture, 'utf8')) as readonly Reference[];

test('the summary is that of the prototype', () => {
  for (const { history, uncertainty: given } of references) {
    const seen = uncertainty(history);
    for (const name of ['epistemic', 'aleatoric', 'total', 'explorationBoost'] as const) {
      expect(Math.abs(seen[name] - given[name])).toBeLessThan(1e-13);
    }
  }
});

test('noise adds to the total, which stays at most 1, and keeps exploration going', () => {
  const settled = [1, 1, 1, 1, 1, 1];
  expect(uncertainty(settled)).toEqual({ epistemic: 0, aleatoric: 0, total: 0, explorationBoost: -0.02 });
  expect(uncertainty(settled, 0.4)).toEqual({ epistemic: 0, aleatoric: 0.4, total: 0.4, explorationBoost: 0 });
  expect(uncertainty([], 0.4).total).toBe(1);
});

test('noise out of range is INPUT_INVALID', () => {
  for (const noise of [-0.1, 1.1, NaN]) expect(() => uncertainty([1, 2], noise)).toThrow('INPUT_INVALID: the noise is');
});
