import { norm } from '@cfc/core';
import { expect, test } from 'vitest';
import { penguins } from '../src/data.js';
import { picture } from '../src/picture.js';
import { constrained, gapVector, lossGradient, measured, penalised } from '../src/train.js';

const { train, test: apart } = penguins();

test('333 penguins are of known sex, each in one of the two parts', () => {
  expect(train.rows.length + apart.rows.length).toBe(333);
  expect(train.male.filter(Boolean).length + apart.male.filter(Boolean).length).toBe(168);
});

test('one run comes to the chosen gap, and to a point where the conditions of Karush, Kuhn and Tucker hold', () => {
  for (const limit of [0.3, 0.1, 0]) {
    const { theta, lambda } = constrained(train, limit);
    expect(Math.abs(measured(train, theta).gap - limit)).toBeLessThan(2e-5);
    expect(lambda).toBeGreaterThan(0);
    const d = gapVector(train);
    expect(norm(lossGradient(train, theta).map((value, j) => value + lambda * d[j]!))).toBeLessThan(2e-6);
  }
});

test('a limit that holds anyway changes nothing', () => {
  const free = penalised(train, 0);
  const { theta, lambda } = constrained(train, 5);
  expect(lambda).toBe(0);
  expect(norm(theta.map((value, j) => value - free.theta[j]!))).toBeLessThan(1e-4);
});

test('a penalty of the right weight comes to the same place: w = λ / (2 gap)', () => {
  const { theta, lambda } = constrained(train, 0.1);
  const same = penalised(train, lambda / 0.2).theta;
  expect(norm(theta.map((value, j) => value - same[j]!))).toBeLessThan(1e-3);
});

test('the picture has a mark for each run', () => {
  const svg = picture(
    [
      { gap: 1, accuracy: 0.9 },
      { gap: 0.2, accuracy: 0.8 },
    ],
    { gap: 0.1, accuracy: 0.8 },
    0.1,
  );
  expect(svg.match(/<circle/g)).toHaveLength(3);
});
