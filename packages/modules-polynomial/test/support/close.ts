import { expect } from 'vitest';

/** Within a tolerance relative to the size of the expected value, at least 1. */
export function close(actual: number, expected: number, tolerance: number): void {
  expect(
    Math.abs(actual - expected) / Math.max(1, Math.abs(expected)),
    `${actual}, expected ${expected}`,
  ).toBeLessThanOrEqual(tolerance);
}
