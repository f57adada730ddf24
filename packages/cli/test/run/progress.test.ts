import type { RelaxState } from '@cfc/core';
import { expect, test } from 'vitest';
import { progress } from '../../src/run/progress.js';

/** What a run of `pauses` pauses, 50 ms apart, prints. */
function printed(isTTY: boolean, pauses: number): string {
  let text = '';
  let clock = 0;
  const told = progress({ isTTY, write: (more) => (text += more) }, () => clock);
  for (let k = 1; k <= pauses; k++) {
    clock = 50 * k;
    told.pause({ steps: k, point: { energy: 1 / k } } as RelaxState);
  }
  told.done();
  return text;
}

test('a short run prints nothing', () => {
  expect(printed(true, 9)).toBe('');
  expect(printed(false, 199)).toBe('');
});

test('on a terminal one line is rewritten, and gone at the end', () => {
  const text = printed(true, 14);
  expect(text).toBe(
    '\rstep 10, energy 0.1\u001b[K\rstep 12, energy 0.0833333\u001b[K\rstep 14, energy 0.0714286\u001b[K\r\u001b[K',
  );
});

test('elsewhere it is a plain line every ten seconds', () => {
  expect(printed(false, 450)).toBe('step 200, energy 0.005\nstep 400, energy 0.0025\n');
});
