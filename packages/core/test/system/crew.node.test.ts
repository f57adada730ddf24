import { expect, test } from 'vitest';
import { codeOf } from '../support/errors.js';
import { CLAIMS, FAILED } from '../../src/system/threads/control.js';
import { crewOf } from '../../src/system/threads/crew.js';
import { PARTS } from '../../src/system/threads/shares.js';
import type { Segment } from '../../src/system/wasm/memory.js';

/** A crew with one more thread that never does anything, and what the calling thread does. */
function alone(): {
  crew: ReturnType<typeof crewOf>;
  words: Int32Array;
  done: number[];
  segment: Segment;
  ended: () => number;
} {
  const crew = crewOf(20);
  const done: number[] = [];
  let ends = 0;
  crew.mates.add({ post: () => {}, end: () => Promise.resolve(ends++) });
  const segment = {
    kernels: { work: (_job: number, p: number) => void done.push(p) },
    memory: {},
  } as unknown as Segment;
  return { crew, words: new Int32Array(crew.control), done, segment, ended: () => ends };
}

const everyPart = Array.from({ length: PARTS }, (_, p) => p);

test('the calling thread does everything where the others do not come', () => {
  const { crew, segment, done } = alone();
  crew.run(segment, 0, true);
  crew.run(segment, 0, true);
  crew.run(segment, 0, false);
  expect(done).toEqual([...everyPart, ...everyPart, ...everyPart]);
});

test('a thread that died over a partition is an error, and the calling thread goes on alone', () => {
  const { crew, segment, done, words, ended } = alone();
  Atomics.store(words, CLAIMS + 3, 1);
  expect(codeOf(() => crew.run(segment, 0, true))).toBe('THREADS_UNAVAILABLE');
  expect(ended()).toBe(1);
  expect(done).toEqual(everyPart.filter((p) => p !== 3));
  done.length = 0;
  crew.run(segment, 0, true);
  expect(done).toEqual(everyPart);
});

test('so is a thread that failed', () => {
  const { crew, segment, words, ended } = alone();
  Atomics.store(words, FAILED, 1);
  expect(codeOf(() => crew.run(segment, 0, true))).toBe('THREADS_UNAVAILABLE');
  expect(ended()).toBe(1);
});
