import type { Seen, Stop, Verdict } from '../../contract/pieces.js';

const NONE: readonly Verdict[] = [];

/** Asks every rule, so that each sees every step; `given` has the verdicts of those that have one. */
export function askAll(
  rules: readonly Stop[],
  seen: Seen,
  states: readonly unknown[],
): { state: readonly unknown[]; given: readonly Verdict[] } {
  let state = states;
  let given = NONE;
  for (let k = 0; k < rules.length; k++) {
    const answer = rules[k]!.check(seen, states[k]);
    if (answer.state !== states[k]) state = state.map((old, at) => (at === k ? answer.state : old));
    if (answer.verdict !== null) given = [...given, answer.verdict];
  }
  return { state, given };
}
