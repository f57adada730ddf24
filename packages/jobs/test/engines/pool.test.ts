import { expect, test } from 'vitest';
import { pool, results } from '../../src/index.js';
import { handler, type Square, squares } from '../support/squares.js';

test('threads do jobs by the module that is named, and results come in order', async () => {
  const jobs = squares(12, (x) => ({ wait: x % 3 === 0 ? 30 : 0 }));
  const got: unknown[] = [];
  for await (const { job, result } of results(jobs, pool<Square>({ handler, workers: 3 }))) got.push([job.x, result]);
  expect(got).toEqual(jobs.map(({ x }) => [x, x * x]));
});

test('what a job throws in a thread is thrown here', async () => {
  const source = results(
    squares(3, (x) => ({ refuse: x === 1 })),
    pool<Square>({ handler, workers: 2 }),
  );
  await expect(async () => {
    for await (const _ of source);
  }).rejects.toThrow('no square of 1');
});

test.each([0, 1.5, 257, NaN])('%s workers are refused', (workers) => {
  expect(() => pool({ handler, workers })).toThrow('OPTION_INVALID: workers is');
});
