import { describe, expect, test } from 'vitest';
import {
  type LabelGiven,
  type Stability,
  labelOf,
  labeller,
  majority,
  moduliOf,
  noiseCeiling,
  regimes,
  seedOf,
  sharesOf,
} from '../../src/index.js';
import { drawsOf } from '../../src/potential/random.js';
import { defaultMixture, regimeOf } from '../../src/potential/regimes.js';

describe('labels', () => {
  test('depend on their arguments alone, are plain data, and grow by adding draws', () => {
    const label = labeller({ seed: 3 });
    const first = label('cicy', '17', 5, { moduli: 4 });
    label('cicy', '18', 2, { moduli: 9, c2: Array.from({ length: 9 }, () => 36) });
    expect(label('cicy', '17', 5, { moduli: 4 })).toEqual(first);
    expect(labelOf('cicy', '17', 5, { moduli: 4, seed: 3 })).toEqual(first);
    expect(JSON.parse(JSON.stringify(first))).toEqual(first);
    expect(label('cicy', '17', 3, { moduli: 4 }).draws).toEqual(first.draws.slice(0, 3));
    expect(first.draws.map(({ sample }) => sample)).toEqual([0, 1, 2, 3, 4]);
    for (const other of [
      labelOf('ks', '17', 5, { moduli: 4, seed: 3 }),
      labelOf('cicy', '17', 5, { moduli: 4, seed: 4 }),
    ]) {
      expect(other.draws.map(({ value }) => value)).not.toEqual(first.draws.map(({ value }) => value));
    }
  });

  test('say all that was found', () => {
    const { stability, shares, draws, moduli } = labelOf('cicy', '2', 20, { moduli: 6 });
    expect(stability).toBe('stable');
    expect(moduli).toBe(6);
    expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    for (const draw of draws) {
      expect(regimes).toContain(draw.regime);
      expect(draw.reason).toBe('converged');
      expect(draw.spectrum!.eigenvalues).toHaveLength(6);
      expect(draw.spectrum!.threshold).toBe(Math.max(1e-8 * draw.spectrum!.scale, 1e-12));
      expect(draw.gradient).toBeLessThan(1e-8);
    }
  });

  test('of many fields some are metastable; no draw of any regime runs away or fails', () => {
    const label = labeller();
    const seen = new Set<string>();
    for (let id = 0; id < 40; id++)
      for (const { stability } of label('many', String(id), 5, { moduli: 32 }).draws) seen.add(stability);
    expect([...seen].sort()).toEqual(['metastable', 'stable']);
  });

  test('that look for critical points of any index are of other classes too', () => {
    const label = labeller({ target: 'critical', mixture: { tachyonic: 1 }, d: 1e-4 });
    const seen = new Set<string>();
    for (let id = 0; id < 30; id++)
      for (const { stability } of label('critical', String(id), 3, { moduli: 24 }).draws) seen.add(stability);
    expect(seen).toContain('saddle');
    expect(seen).toContain('stable');
    expect(seen).not.toContain('failed');
  });

  test('a mixture of one regime draws that one, and shifts or drives what it should', () => {
    for (const regime of regimes) {
      const { draws } = labelOf('one', '1', 50, { moduli: 4, mixture: { [regime]: 1 } });
      expect(new Set(draws.map((draw) => draw.regime))).toEqual(new Set([regime]));
      // Without a drive the origin is a critical point, and nearly always where a draw ends; with one it never is.
      const still = draws.filter(({ norm }) => norm! < 1e-12).length;
      if (regime === 'runaway') expect(still).toBe(0);
      else expect(still).toBeGreaterThan(45);
    }
  });

  test.each<[string, unknown[], string]>([
    ['samples', ['a', 'b', 0, { moduli: 2 }], 'INPUT_INVALID'],
    ['samples', ['a', 'b', 1.5, { moduli: 2 }], 'INPUT_INVALID'],
    ['moduli', ['a', 'b', 1, {}], 'INPUT_INVALID'],
    ['moduli', ['a', 'b', 1], 'INPUT_INVALID'],
    ['moduli', ['a', 'b', 1, { moduli: 65 }], 'INPUT_INVALID'],
    ['id', ['a', 7, 1, { moduli: 2 }], 'INPUT_INVALID'],
    ['dataset', [null, '7', 1, { moduli: 2 }], 'INPUT_INVALID'],
    ['c2', ['a', 'b', 1, { moduli: 2, c2: [1] }], 'INPUT_INVALID'],
    ['c2[1]', ['a', 'b', 1, { moduli: 2, c2: [1, NaN] }], 'INPUT_INVALID'],
    ['intersections[0]', ['a', 'b', 1, { moduli: 2, intersections: [[0, 1, 2, 5]] }], 'INPUT_INVALID'],
    ['euler', ['a', 'b', 1, { moduli: 2, euler: NaN }], 'INPUT_INVALID'],
    ['mixture', ['a', 'b', 1, { moduli: 2, mixture: { generic: 0 } }], 'OPTION_INVALID'],
    ['mixture', ['a', 'b', 1, { moduli: 2, mixture: { wild: 1 } }], 'OPTION_UNKNOWN'],
    ['labels', ['a', 'b', 1, { moduli: 2, samples: 3 }], 'OPTION_UNKNOWN'],
    ['labels.target', ['a', 'b', 1, { moduli: 2, target: 'any' }], 'OPTION_INVALID'],
  ])('a bad %s is refused: %j', (where, args, code) => {
    const attempt = (): unknown => (labelOf as (...args: unknown[]) => unknown)(...args);
    expect(attempt).toThrow(expect.objectContaining({ code, where: expect.stringContaining(where) as string }));
  });

  test('every option changes something', () => {
    const of = (options: LabelGiven): string => {
      const label = labeller({ mixture: { runaway: 1 }, ...options });
      return JSON.stringify(
        Array.from({ length: 12 }, (_, id) => label('options', String(40 + id), 4, { moduli: 10 })),
      );
    };
    const base = of({});
    const changed: Required<LabelGiven> = {
      seed: 1,
      mixture: { generic: 1 },
      d: 1e-4,
      target: 'critical',
      restarts: 20,
      passes: true,
      tolerance: 1e-3,
      maxIterations: 3,
    };
    for (const [name, value] of Object.entries(changed)) expect(of({ [name]: value }) === base, name).toBe(false);
    expect(of({})).toBe(base);
  });
});

describe('seeds', () => {
  test('no two of 200,000 pairs of data set and id share one, nor do neighbours share draws', () => {
    const seeds = new Set<number>();
    for (const dataset of ['a', 'b', '', 'aa'])
      for (let id = 0; id < 50_000; id++) seeds.add(seedOf(0, dataset, String(id)));
    expect(seeds.size).toBe(200_000);
    expect([...seeds].every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 52)).toBe(true);
    expect(seedOf(0, 'a', 'bc')).not.toBe(seedOf(0, 'ab', 'c'));
    expect(seedOf(0, 'a', 'b')).not.toBe(seedOf(1, 'a', 'b'));
    expect(seedOf(0, 'a', 'b')).not.toBe(seedOf(2 ** 32, 'a', 'b'));
    // Where seeds are sums, (10, 1) and (11, 0) are one draw.
    const [ten, eleven] = [seedOf(0, 'set', '10'), seedOf(0, 'set', '11')];
    expect(drawsOf(ten, 1, 'parameters')(0)).not.toBe(drawsOf(eleven, 0, 'parameters')(0));
    expect(drawsOf(ten, 0, 'start')(0)).not.toBe(drawsOf(ten, 0, 'parameters')(0));
    expect(drawsOf(ten, 0, 'search')(0)).not.toBe(drawsOf(ten, 1, 'regime')(0));
  });

  test('their numbers are uniform: the mean and the first regime of 20,000 draws lie within 4 deviations', () => {
    const draws = Array.from({ length: 20_000 }, (_, id) => drawsOf(seedOf(0, 'uniform', String(id)), 0, 'regime')(0));
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / draws.length));
    for (const regime of regimes) {
      const share = draws.filter((x) => regimeOf(defaultMixture, x) === regime).length / draws.length;
      const expected = defaultMixture[regime];
      expect(Math.abs(share - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / draws.length));
    }
  });
});

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

test('Hodge numbers become numbers of fields by three laws within bounds', () => {
  expect([0, 2, 17, 32, 491].map((h) => moduliOf(h))).toEqual([2, 2, 17, 32, 32]);
  expect([0, 25, 101, 491].map((h) => moduliOf(h, { law: 'root' }))).toEqual([2, 5, 10, 22]);
  expect([0, 1, 20].map((h) => moduliOf(h, { law: 'log', min: 1 }))).toEqual([1, 3, 15]);
  expect(moduliOf(500, { max: 64 })).toBe(64);
});
