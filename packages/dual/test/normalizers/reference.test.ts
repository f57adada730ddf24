import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createNormalizer } from '../../src/index.js';

interface Run {
  readonly seq: string;
  readonly type: 'rank' | 'winsor';
  readonly window: number;
  readonly ties?: string;
  readonly tau?: number;
  readonly center?: string;
  readonly scale?: string;
  readonly out: readonly number[];
}

const file = new URL('../fixtures/normalizers.json', import.meta.url);
const { sequences, runs } = JSON.parse(readFileSync(file, 'utf8')) as {
  sequences: Readonly<Record<string, readonly number[]>>;
  runs: readonly Run[];
};

test('all 162 recorded runs come out the same to 1e-12', () => {
  expect(runs).toHaveLength(162);
  for (const { seq, type, window, ties, tau, center, scale, out } of runs) {
    const options = type === 'rank' ? { type, window, ties } : { type, window, tau, center, scale };
    const normalizer = createNormalizer(options);
    const got = sequences[seq]!.map((value) => normalizer.push(value));
    got.forEach((value, k) =>
      expect(Math.abs(value - out[k]!), `${JSON.stringify(options)} on ${seq} at ${k}`).toBeLessThanOrEqual(1e-12),
    );
  }
});
