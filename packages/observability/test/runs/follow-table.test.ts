import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { csvWriter, followTable, readTable, type Appended } from '../../src/node.js';
import { all, folder } from '../helpers/folder.js';

/** What is followed, one look at a time. */
function following(path: string) {
  const stop = new AbortController();
  const looks = followTable(path, { signal: stop.signal, period: 5 });
  const next = async () => (await looks.next()).value as Appended | undefined;
  return { next, stop: () => stop.abort() };
}

test('rows are heard of as they are appended, also of a file that is not there yet', async () => {
  const path = join(folder(), 'trace.jsonl');
  const { next, stop } = following(path);
  const first = next();
  writeFileSync(path, '{"a":1}\n{"a":');
  expect(await first).toEqual({ rows: [{ a: 1 }], anew: false });
  const second = next();
  appendFileSync(path, '2}\n{"a":3}\n');
  expect(await second).toEqual({ rows: [{ a: 2 }, { a: 3 }], anew: false });
  const last = next();
  stop();
  expect(await last).toBe(undefined);
});

test('the parts of a table follow each other', async () => {
  const path = join(folder(), 'trace.csv');
  const writer = csvWriter(path);
  const { next, stop } = following(path);
  writer({ a: 1 });
  writer.flush();
  expect((await next())?.rows).toEqual([{ a: 1 }]);
  writer({ a: 2 });
  writer({ b: 3 });
  writer.close();
  expect((await next())?.rows).toEqual([{ a: 2 }]);
  expect((await next())?.rows).toEqual([{ a: null, b: 3 }]);
  stop();
});

test('a file that was cut off is read anew', async () => {
  const path = join(folder(), 'trace.jsonl');
  writeFileSync(path, '{"a":1}\n{"a":2}\n');
  const { next, stop } = following(path);
  expect((await next())?.rows).toEqual([{ a: 1 }, { a: 2 }]);
  writeFileSync(path, '{"a":1}\n');
  expect(await next()).toEqual({ rows: [], anew: true });
  expect(await next()).toEqual({ rows: [{ a: 1 }], anew: false });
  stop();
});

test('a table longer than what is read at once comes whole', async () => {
  const path = join(folder(), 'trace.jsonl');
  const lines = Array.from({ length: 60_000 }, (_, k) => `{"k":${k},"text":"${'ü'.repeat(60)}"}\n`);
  writeFileSync(path, lines.join(''));
  expect((await all(readTable(path))).map((row) => row['k'])).toEqual(lines.map((_, k) => k));
  const { next, stop } = following(path);
  let count = 0;
  while (count < lines.length) count += (await next())!.rows.length;
  expect(count).toBe(lines.length);
  stop();
});

test('what is no table is one clear error', async () => {
  const place = folder();
  expect(() => readTable(join(place, 'trace.txt'))).toThrow('INPUT_INVALID: not a table');
  expect(() => readTable(join(place, 'trace.csv'))).toThrow('INPUT_INVALID: no such file');
  writeFileSync(join(place, 't.jsonl'), '{"a":1}\n[2]\n');
  await expect(all(readTable(join(place, 't.jsonl')))).rejects.toThrow(
    /INPUT_INVALID: not a row \(at .*t.jsonl, line 2\)/,
  );
});
