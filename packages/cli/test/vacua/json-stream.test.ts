import { Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { writeJsonStream } from '../../src/vacua/json-stream.js';

const LENGTH = 500;
const long = 'x'.repeat(10_000);

/** Values that count how many were asked for. */
function source() {
  const asked = { count: 0 };
  async function* values(): AsyncGenerator<string> {
    while (asked.count < LENGTH) {
      asked.count++;
      yield long;
    }
  }
  return { asked, values: values() };
}

test('a list is written between a head and a tail, as JSON', async () => {
  let text = '';
  const { values } = source();
  await writeJsonStream({ write: (part) => (text += part) }, { a: 1 }, 'list', values, () => ({ b: [2] }));
  expect(JSON.parse(text)).toEqual({ a: 1, list: Array.from({ length: LENGTH }, () => long), b: [2] });
});

test('an empty list is one', async () => {
  let text = '';
  const none = (async function* () {})();
  await writeJsonStream({ write: (part) => (text += part) }, {}, 'list', none, () => ({}));
  expect(JSON.parse(text)).toEqual({ list: [] });
});

test('a slow reader is waited for: no more is held than a few pieces', async () => {
  const { asked, values } = source();
  let read = 0;
  let ahead = 0;
  const slow = new Writable({
    highWaterMark: 1000,
    write(chunk: Buffer, _, done) {
      ahead = Math.max(ahead, asked.count * long.length - read);
      void setTimeout(1).then(() => {
        read += chunk.length;
        done();
      });
    },
  });
  await writeJsonStream(slow, {}, 'list', values, () => ({}));
  expect(asked.count).toBe(LENGTH);
  expect(ahead).toBeLessThan(200_000);
});

test('a reader that has gone away ends the writing', async () => {
  const { asked, values } = source();
  const gone = new Writable({
    highWaterMark: 1000,
    write(_chunk, _encoding, done) {
      void setTimeout(1).then(() => done(Object.assign(new Error('broken'), { code: 'EPIPE' })));
    },
  });
  gone.on('error', () => {});
  await writeJsonStream(gone, {}, 'list', values, () => ({}));
  expect(asked.count).toBeLessThan(20);
});
