import type { Evaluations, Outcome, Solution } from '@cfc/core';

/** What `cfc run --json` prints, but for its last entry `trace`: a row of `energyBudgetTracker` per step. */
export interface RunDocument {
  readonly outcome: Outcome;
  /** Why it ended, as a sentence. */
  readonly reason: string;
  readonly steps: number;
  /** Under the final weights. */
  readonly energy: number;
  /** Under the scenario's own weights: the energy to compare. */
  readonly unitEnergy: number;
  readonly eta: Readonly<Record<string, number>>;
  readonly weights: Readonly<Record<string, number>>;
  readonly evaluations: Evaluations;
}

/** What of a solution is printed and kept. */
export function runDocument(solution: Solution): RunDocument {
  const { outcome, reason, steps, energy, unitEnergy, eta, weights, evaluations } = solution;
  return { outcome, reason, steps, energy, unitEnergy, eta, weights, evaluations };
}

/** The document as JSON, part by part: a trace may be longer than a text can be. */
export async function* runJson(document: object, lines: Lines): AsyncGenerator<string, void, void> {
  yield `${JSON.stringify(document, null, 2).slice(0, -2)},\n  "trace": [`;
  let between = '\n    ';
  for await (const line of lines) {
    yield between + line;
    between = ',\n    ';
  }
  yield '\n  ]\n}\n';
}

/** The rows of a trace, each as one line of JSON. */
export type Lines = Iterable<string> | AsyncIterable<string>;
