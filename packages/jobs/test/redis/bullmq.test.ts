import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { findRedis, freePort, startRedis } from '../../../../scripts/redis.mjs';
import { bullmq, inProcess, pool, results, work } from '../../src/index.js';
import { handler, type Square, squares } from '../support/squares.js';

const may = findRedis() !== undefined || process.env.CFC_NO_SKIP === '1';

describe.skipIf(!may)(may ? 'a queue on Redis' : 'a queue on Redis (skipped: no redis)', () => {
  let server: Awaited<ReturnType<typeof startRedis>>;
  let redis: string;
  let place: string;
  beforeAll(async () => {
    const port = await freePort();
    place = mkdtempSync(join(tmpdir(), 'cfc-redis-'));
    server = await startRedis(place, port);
    redis = `redis://127.0.0.1:${port}`;
  });
  afterAll(async () => {
    server.kill('SIGKILL');
    await once(server, 'exit');
    rmSync(place, { recursive: true, force: true });
  });

  /** A worker until the test is over. */
  function worker(queue: string, more: Partial<Parameters<typeof work<Square>>[1]> = {}): void {
    const controller = new AbortController();
    const ended = work<Square>(pool({ handler, workers: 2 }), { redis, queue, interrupt: controller.signal, ...more });
    onTestFinished(async () => {
      controller.abort();
      await ended;
    });
  }

  async function all(queue: string, jobs: readonly Square[]): Promise<unknown[]> {
    const got: unknown[] = [];
    for await (const { result } of results(jobs, await bullmq<Square>({ redis, queue }))) got.push(result);
    return got;
  }

  test('gives the results that this process would give, in order', async () => {
    worker('order');
    const jobs = squares(40, (x) => ({ wait: x % 7 }));
    expect(await all('order', jobs)).toEqual(jobs.map(({ x }) => x * x));
  });

  test('tells how many workers there are', async () => {
    const engine = await bullmq({ redis, queue: 'workers' });
    onTestFinished(() => engine.close());
    expect(await engine.workers()).toBe(0);
    worker('workers');
    while ((await engine.workers()) === 0) await setTimeout(10);
    expect(await engine.workers()).toBe(1);
  });

  test('a job that throws is tried again, and told of when all attempts have failed; later on it is tried anew', async () => {
    const failures: string[] = [];
    worker('failing', { failed: ({ key }, reason) => void failures.push(`${key}: ${reason}`) });
    const job = { key: 'square of 3', x: 3 };
    const told = '3 attempts at square of 3 failed, the last one with: no square of 3';
    await expect(all('failing', [{ ...job, refuse: true }])).rejects.toThrow(told);
    expect(failures).toEqual(Array(3).fill('square of 3: no square of 3'));
    expect(await all('failing', [job])).toEqual([9]);
  });

  test('a job with the same key is in the queue once, and its result is there for who asks again', async () => {
    let begun = 0;
    const engine = await bullmq<Square>({ redis, queue: 'once' });
    const [job] = squares(1);
    void engine.perform(job!).catch(() => {});
    await setTimeout(200);
    await engine.close(); // the one who asked is gone
    const controller = new AbortController();
    const counting = inProcess<Square>(({ x }) => {
      begun++;
      return x * x;
    });
    const ended = work(counting, { redis, queue: 'once', interrupt: controller.signal });
    await setTimeout(500);
    expect(await all('once', [job!])).toEqual([0]);
    controller.abort();
    await ended;
    expect(begun).toBe(1);
  });
});

test.each([
  ['localhost', 'q', 'not a URL of Redis', 'redis'],
  ['http://localhost', 'q', 'not a URL of Redis', 'redis'],
  ['redis://localhost', 'a:b', '"a:b" names no queue', 'queue'],
  ['redis://localhost', ' ', '" " names no queue', 'queue'],
])('%s with the queue "%s" is refused, and the option named', async (redis, queue, what, option) => {
  const told = (caller: string): string => `OPTION_INVALID: ${what} (at ${caller}.${option})`;
  await expect(bullmq({ redis, queue })).rejects.toThrow(told('bullmq'));
  const engine = inProcess(() => 0);
  const worker = work(engine, { redis, queue, interrupt: AbortSignal.abort() });
  await expect(worker).rejects.toThrow(told('work'));
});

test('where no Redis answers that is told at once, without the password', async () => {
  const port = await freePort();
  const failed = bullmq({ redis: `redis://me:secret@127.0.0.1:${port}`, queue: 'q' });
  await expect(failed).rejects.toThrow(`OPTION_INVALID: no Redis at 127.0.0.1:${port}: `);
  await expect(failed).rejects.not.toThrow('secret');
});

test.each([{ slots: 0 }, { slots: 1.5 }, { attempts: 0 }])('%j is refused', async (given) => {
  const refused = bullmq({ redis: 'redis://localhost', queue: 'q', ...given });
  await expect(refused).rejects.toThrow(`at bullmq.${Object.keys(given)[0]}`);
});

test('a lease below a second is refused', async () => {
  const options = { redis: 'redis://localhost', queue: 'q', lease: 10, interrupt: AbortSignal.abort() };
  await expect(
    work(
      inProcess(() => 0),
      options,
    ),
  ).rejects.toThrow('OPTION_INVALID: the lease is 10 ms (at work.lease)');
});
