import type { Seen, Stop, Verdict } from '../../contract/pieces.js';

/** Asks every rule, so that each sees every step. */
export function askAll(
  rules: readonly Stop[],
  seen: Seen,
  states: readonly unknown[],
): { state: readonly unknown[]; verdicts: readonly (Verdict | null)[] } {
  const answers = rules.map((rule, k) => rule.check(seen, states[k]));
  return { state: answers.map(({ state }) => state), verdicts: answers.map(({ verdict }) => verdict) };
}
