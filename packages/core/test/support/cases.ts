import { expect, test } from 'vitest';
import type { ErrorCode } from '../../src/index.js';
import { errorOf } from './errors.js';

/** A way to go wrong, the code of its error and a part of its message. */
export type Case = readonly [what: string, run: () => unknown, code: ErrorCode, told: string];

/** One test for each case. */
export function refused(cases: readonly Case[]): void {
  test.each(cases)('%s', (_what, run, code, told) => {
    const error = errorOf(run);
    expect(error.message).toContain(told);
    expect(error.code).toBe(code);
  });
}
