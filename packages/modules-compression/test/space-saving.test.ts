import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shannonEntropy, spaceSaving } from '../src/index.js';

test('of two sizes it is the share that is saved, and never below 0', () => {
  expect(spaceSaving({ raw: 10, compressed: 4 })).toBeCloseTo(0.6, 15);
  expect(spaceSaving({ raw: 3, compressed: 0 })).toBe(1);
  expect(spaceSaving({ raw: 3, compressed: 3 })).toBe(0);
  expect(spaceSaving({ raw: 3, compressed: 5 })).toBe(0);
});

test('of bytes it is what an ideal code for single bytes saves: all of a constant, nothing of all bytes alike', () => {
  expect(spaceSaving(new Uint8Array(1000).fill(7))).toBe(1);
  expect(spaceSaving(Uint8Array.from({ length: 512 }, (_, i) => i))).toBe(0);
  expect(spaceSaving(Uint8Array.of(0, 1, 0, 1))).toBe(7 / 8);
});

test("the entropy is that of Shannon's example: probabilities 1/2, 1/4, 1/8, 1/8 need 7/4 bits", () => {
  expect(shannonEntropy(Uint8Array.of(1, 1, 1, 1, 2, 2, 3, 4))).toBe(1.75);
  expect(shannonEntropy(new Uint8Array(0))).toBe(0);
});

test('the entropy is that of the frequencies, at most 8 and at most log2 of the length, in whatever order', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 400 }), (bytes) => {
      const entropy = shannonEntropy(bytes);
      const shares = [...new Set(bytes)].map((byte) => bytes.filter((other) => other === byte).length / bytes.length);
      expect(entropy).toBeCloseTo(-shares.reduce((sum, share) => sum + share * Math.log2(share), 0), 12);
      expect(entropy).toBeGreaterThanOrEqual(0);
      expect(entropy).toBeLessThanOrEqual(Math.min(8, Math.log2(bytes.length)) + 1e-12);
      expect(shannonEntropy(bytes.slice().sort())).toBe(entropy);
    }),
    { seed: 1 },
  );
});
