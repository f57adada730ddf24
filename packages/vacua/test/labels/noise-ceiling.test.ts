import { describe, expect, test } from 'vitest';
import { type Stability, majority, noiseCeiling, seedOf, sharesOf } from '../../src/index.js';
import { drawsOf } from '../../src/potential/random.js';

describe('soft labels', () => {
  const drawn = (...names: Stability[]) => ({ draws: names.map((stability) => ({ stability })) });

  test('are shares, and the hard label is the largest of them, the first among equals', () => {
    const shares = sharesOf(drawn('saddle', 'stable', 'saddle', 'stable', 'failed').draws);
    expect(shares).toEqual({
      stable: 0.4,
      metastable: 0,
      marginal: 0,
      saddle: 0.4,
      unstable: 0,
      runaway: 0,
      failed: 0.2,
    });
    expect(majority(shares)).toBe('stable');
  });

  test('have a ceiling that is nothing where draws agree, and that of a coin where they are tossed', () => {
    expect(noiseCeiling([drawn('stable', 'stable'), drawn('saddle', 'saddle')])).toEqual({
      accuracy: [1, 1],
      brier: 0,
      logLoss: 0,
    });
    // By hand: of (a, a, b) two draws see (a, b) among the others, right by half; the third sees (a, a), wrong.
    const { accuracy, brier, logLoss } = noiseCeiling([drawn('stable', 'stable', 'saddle')]);
    expect(accuracy[0]).toBeCloseTo(1 / 3, 12);
    expect(accuracy[1]).toBeCloseTo(2 / 3, 12);
    expect(brier).toBeCloseTo(1 - 2 / 6, 12);
    expect(logLoss).toBeCloseTo((2 / 3) * (1 / 2) + (1 / 3) * (1 + 1 / 2), 12);
  });

  test('have a ceiling that holds what is known of drawn labels: 30% of one class, 70% of another', () => {
    const labels = Array.from({ length: 4000 }, (_, id) => {
      const draw = drawsOf(seedOf(0, 'ceiling', String(id)), 0, 'search');
      return drawn(...Array.from({ length: 5 }, (_, i) => (draw(i) < 0.3 ? 'saddle' : 'stable')));
    });
    const { accuracy, brier, logLoss } = noiseCeiling(labels);
    expect(accuracy[0]).toBeLessThan(0.7);
    expect(accuracy[1]).toBeGreaterThan(0.7);
    expect(Math.abs(brier - 0.42)).toBeLessThan(0.01);
    // The entropy without the terms of its expansion, Σ p (1 - p)^v / v, that five draws do not show.
    const series = Array.from({ length: 4 }, (_, i) => (0.3 * 0.7 ** (i + 1) + 0.7 * 0.3 ** (i + 1)) / (i + 1));
    const shown = series.reduce((sum, x) => sum + x, 0);
    expect(Math.abs(logLoss - shown)).toBeLessThan(0.015);
    expect(shown).toBeLessThan(-0.3 * Math.log(0.3) - 0.7 * Math.log(0.7));
  });

  test('need two draws each', () => {
    expect(() => noiseCeiling([drawn('stable')])).toThrow('INPUT_INVALID');
    expect(() => noiseCeiling([])).toThrow('INPUT_INVALID');
  });
});
