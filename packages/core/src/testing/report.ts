import { messageOf } from '../errors.js';

/** One check and what came of it. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** What was seen, for reading. */
  readonly detail: string;
}

/** What a public checker found. */
export interface Report {
  readonly subject: string;
  readonly checks: readonly Check[];
  /** What could not be checked, and why. */
  readonly leftOut: readonly string[];
}

/** Runs named checks; one that throws has failed. Throws an error that lists all failures. */
export function runChecks(
  subject: string,
  checks: Readonly<Record<string, () => string>>,
  leftOut: readonly string[] = [],
): Report {
  const done = Object.entries(checks).map(([name, run]): Check => {
    try {
      return { name, ok: true, detail: run() };
    } catch (error) {
      return { name, ok: false, detail: messageOf(error) };
    }
  });
  const failed = done.filter(({ ok }) => !ok);
  if (failed.length > 0) {
    const list = failed.map(({ name, detail }) => `  - ${name}: ${detail}`).join('\n');
    throw new Error(`${subject} fails ${failed.length} of ${done.length} checks:\n${list}`);
  }
  return { subject, checks: done, leftOut };
}

/** Throws unless `actual` is within `tolerance` of `expected`, relative to their size (at least 1). */
export function near(actual: number, expected: number, tolerance: number, what: string): number {
  const error = Math.abs(actual - expected) / Math.max(1, Math.abs(expected), Math.abs(actual));
  if (error <= tolerance) return error;
  throw new Error(
    `${what} is ${actual}, expected ${expected} (off by ${error.toExponential(2)}, allowed ${tolerance})`,
  );
}
