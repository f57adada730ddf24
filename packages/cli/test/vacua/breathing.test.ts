import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { breathing } from '../../src/vacua/breathing.js';

test('on a terminal long work tells how far it is, and clears the line at its end', async () => {
  async function* slowly(): AsyncGenerator<number> {
    for (let k = 0; k < 30; k++) {
      await setTimeout(25);
      yield k;
    }
  }
  let told = '';
  const stderr = { isTTY: true, write: (text: string) => (told += text) };
  const io = { stdout: stderr, stderr, cwd: '.', interruptible: () => new AbortController().signal };
  const passed: number[] = [];
  for await (const value of breathing(slowly(), 'things', io)) passed.push(value);
  expect(passed).toHaveLength(30);
  expect(told.replaceAll(/\d+/g, 'n')).toMatch(/^(\rn things.\[K)+\r.\[K$/);
});
