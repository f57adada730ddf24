import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finishJobs, inProcess, memoryJournal, openJournal } from '../../src/index.js';
import { folder } from '../support/folder.js';
import { byHand, settled, type Square, squares } from '../support/squares.js';

const square = ({ x }: Square): number => x * x;

/** The file that nothing disturbed. */
async function undisturbed(count: number): Promise<string> {
  const path = join(folder(), 'a/results.jsonl');
  const journal = openJournal(path);
  expect(await finishJobs(squares(count), journal, inProcess(square))).toBe(0);
  journal.close();
  return readFileSync(path, 'utf8');
}

test('the bytes of the journal depend neither on the order in which jobs end nor on interruptions, and nothing is done twice', async () => {
  const whole = await undisturbed(6);
  const orders = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      const path = join(folder(), 'results.jsonl');
      const controller = new AbortController();
      const first = byHand(6);
      const journal = openJournal(path);
      const ended = finishJobs(squares(6), journal, first.engine, { interrupt: controller.signal });
      await settled();
      for (const x of order) {
        first.end(x);
        await settled();
      }
      controller.abort();
      expect(await ended).toBe(6 - order.length);
      journal.close();

      const again: number[] = [];
      const told: number[] = [];
      const second = openJournal(path);
      expect(second.results.size).toBe(order.length);
      const engine = inProcess<Square>((job) => {
        again.push(job.x);
        return square(job);
      });
      expect(await finishJobs(squares(6), second, engine, { told: (done) => void told.push(done) })).toBe(0);
      second.close();
      expect(again).toEqual([0, 1, 2, 3, 4, 5].filter((x) => !order.includes(x)));
      expect(told).toEqual(again.map((_, k) => order.length + k + 1));
      expect(readFileSync(path, 'utf8')).toBe(whole);
      expect(existsSync(`${path}.early`)).toBe(false);
    }),
    { seed: 2, numRuns: 40 },
  );
});

test('a result that came early is on the disk at once, for a process that is killed', async () => {
  const path = join(folder(), 'results.jsonl');
  const { engine, end } = byHand(2);
  const journal = openJournal(path);
  void finishJobs(squares(2), journal, engine);
  await settled();
  end(1);
  await settled();
  expect(readFileSync(path, 'utf8')).toBe('');
  expect(readFileSync(`${path}.early`, 'utf8')).toBe('{"key":"square of 1","result":1}\n');
});

test('without a file the journal holds results as long as it lives', async () => {
  const journal = memoryJournal();
  expect(await finishJobs(squares(3), journal, inProcess(square))).toBe(0);
  expect([...journal.results.values()]).toEqual([0, 1, 4]);
});
