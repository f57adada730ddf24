import { expect, test, vi } from 'vitest';
import { bullmq, inProcess, work } from '../../src/index.js';

vi.mock('bullmq', () => {
  throw new Error("Cannot find package 'bullmq'");
});

test('without bullmq and ioredis both sides of a queue say what to install', async () => {
  const place = { redis: 'redis://127.0.0.1:1', queue: 'q' };
  const told = 'PACKAGE_MISSING: a queue on Redis needs bullmq and ioredis';
  await expect(bullmq(place)).rejects.toThrow(told);
  await expect(
    work(
      inProcess(() => 0),
      { ...place, interrupt: AbortSignal.abort() },
    ),
  ).rejects.toThrow(told);
});
