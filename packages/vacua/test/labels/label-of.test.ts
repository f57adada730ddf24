import { describe, expect, test } from 'vitest';
import { type LabelGiven, labelOf, labeller, regimes } from '../../src/index.js';

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
