import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attention, attentionEnergy, attentionGradient, hopfieldRelax, hopfieldUpdate } from '../src/index.js';
import { complete, randomMatrix } from './configurations.js';

test('an update never raises the Hopfield energy, at any temperature, in windows and under masks', () => {
  let fell = 0;
  fc.assert(
    fc.property(complete, fc.constantFrom(0.01, 0.1, 1, 10), (input, temperature) => {
      const { energies } = hopfieldRelax(attention({ ...input, temperature }), { most: 30 });
      energies.slice(1).forEach((energy, k) => {
        expect(energy - energies[k]!).toBeLessThanOrEqual(1e-13 * Math.max(1, energies[0]!));
        if (energy < energies[k]!) fell++;
      });
    }),
    { seed: 1, numRuns: 500 },
  );
  expect(fell).toBeGreaterThan(1000);
});

test('an update is a gradient step of length 1, and reads what attention reads where values are keys', () => {
  fc.assert(
    fc.property(complete, (input) => {
      const seen = attention({ ...input, values: input.keys });
      const updated = hopfieldUpdate(seen);
      const slope = attentionGradient(seen).queries.data;
      expect(updated.data).toEqual(seen.output!.data);
      updated.data.forEach((x, k) => expect(x).toBeCloseTo(seen.queries.data[k]! - slope[k]!, 12));
    }),
    { seed: 2 },
  );
});

test('at rest the gradient by the queries is 0', () => {
  fc.assert(
    fc.property(complete, (input) => {
      const { seen, converged } = hopfieldRelax(attention(input), { most: 100_000 });
      expect(converged).toBe(true);
      expect(Math.max(...attentionGradient(seen).queries.data.map(Math.abs))).toBeLessThan(1e-8);
    }),
    { seed: 3, numRuns: 50 },
  );
});

test('recalls what it remembers from a noisy cue, and its mean where it is too warm', () => {
  const memories = randomMatrix(20, 64, 4, 0);
  const noise = randomMatrix(20, 64, 4, 1, 0.5);
  const cue = { ...memories, data: memories.data.map((x, k) => x + noise.data[k]!) };
  const cold = hopfieldRelax(attention({ queries: cue, keys: memories, temperature: 0.125 }));
  expect(cold.converged).toBe(true);
  expect(cold.energies.length).toBeLessThan(6);
  cold.seen.queries.data.forEach((x, k) => expect(x).toBeCloseTo(memories.data[k]!, 6));
  const warm = hopfieldRelax(attention({ queries: cue, keys: memories, temperature: 1e3 })).seen.queries.data;
  for (let c = 0; c < 64; c++) {
    const mean = Array.from({ length: 20 }, (_, i) => memories.data[i * 64 + c]!).reduce((sum, x) => sum + x / 20, 0);
    expect(warm[c]).toBeCloseTo(mean, 1);
    expect(warm[c]).toBeCloseTo(warm[64 + c]!, 6);
  }
});

test('stops after as many updates as are allowed, and says that it did not come to rest', () => {
  const start = attention({
    queries: [[0.1, 0]],
    keys: [
      [1, 0],
      [0, 1],
    ],
    temperature: 0.3,
  });
  const { energies, converged, seen } = hopfieldRelax(start, { most: 1 });
  expect([energies.length, converged]).toEqual([2, false]);
  expect(energies).toEqual([attentionEnergy(start), attentionEnergy(seen)]);
});

test.each([{ most: 0 }, { most: 1.5 }, { tolerance: -1 }, { tolerance: NaN }])('%j is OPTION_INVALID', (options) => {
  const start = attention({ queries: [[1]], keys: [[1]] });
  expect(() => hopfieldRelax(start, options)).toThrow('OPTION_INVALID');
});
