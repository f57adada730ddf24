import { uniform } from '@cfc/core';
import { index, questions, sections } from './documents.js';
import { plan } from './plan.js';

/** How many cards of each question are looked at, and so the most that can be retrieved. */
const CANDIDATES = 40;
export const COSTS = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3];
const SETTINGS = [0, 0.15, 0.3].flatMap((content) => [0, 0.5, 2].map((tie) => ({ content, tie })));
const SPLITS = 20;

/** What came of one question: how many sections were retrieved, and whether the answer was among them. */
interface Outcome {
  readonly spend: number;
  readonly found: boolean;
}
export interface Point {
  readonly spend: number;
  readonly recall: number;
}
export interface Estimate {
  readonly mean: number;
  readonly half: number;
}

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const pointOf = (outcomes: readonly Outcome[]): Point => ({
  spend: average(outcomes.map(({ spend }) => spend)),
  recall: average(outcomes.map(({ found }) => (found ? 1 : 0))),
});

/** The share of answers among the first `spend` cards, between two whole numbers by interpolation. */
export function fixed(ranks: readonly number[], spend: number): number {
  const at = (k: number): number => average(ranks.map((rank) => (rank >= 0 && rank < k ? 1 : 0)));
  const whole = Math.floor(spend);
  return at(whole) + (spend - whole) * (at(whole + 1) - at(whole));
}

/** Plans every question under every setting; settings are chosen on one half of the questions and judged on the other. */
export function measured() {
  const all = sections();
  const { asked, gone } = questions(all);
  const [cards, text] = [index(all, 'cards'), index(all, 'text')];
  const cases = asked.map((one) => ({
    answer: one.answer,
    cards: cards(one.text).slice(0, CANDIDATES),
    evidence: new Map(text(one.text).map(({ id, score }) => [id, score])),
  }));
  const ranks = cases.map((one) => one.cards.findIndex(({ id }) => id === one.answer));
  const outcomes = SETTINGS.map((setting) =>
    COSTS.map((cost) =>
      cases.map((one): Outcome => {
        const retrieved = plan(one, { ...setting, cost });
        return { spend: retrieved.length, found: retrieved.includes(one.answer) };
      }),
    ),
  );
  /** Recall beyond that of fixed top-k at the same spend, mean over the costs, on some of the questions. */
  const lead = (setting: number, chosen: readonly number[]): number =>
    average(
      outcomes[setting]!.map((row) => {
        const { spend, recall } = pointOf(chosen.map((q) => row[q]!));
        return (
          recall -
          fixed(
            chosen.map((q) => ranks[q]!),
            spend,
          )
        );
      }),
    );
  const best = (settings: readonly number[], chosen: readonly number[]): number =>
    settings.reduce((most, next) => (lead(next, chosen) > lead(most, chosen) ? next : most));
  const every = SETTINGS.map((_, k) => k);
  const untied = every.filter((k) => SETTINGS[k]!.tie === 0);
  const halves = Array.from({ length: SPLITS }, (_, seed) => {
    const order = asked.map((_a, q) => q).sort((a, b) => uniform(seed, 0, a) - uniform(seed, 0, b));
    return [order.slice(0, order.length >> 1), order.slice(order.length >> 1)] as const;
  });
  const heldOut = (settings: readonly number[]): number[] =>
    halves.map(([train, test]) => lead(best(settings, train), test));
  const interval = (values: readonly number[]): Estimate => {
    const mean = average(values);
    return { mean, half: 1.96 * Math.sqrt(average(values.map((value) => (value - mean) ** 2))) };
  };
  const chosen = best(
    every,
    asked.map((_a, q) => q),
  );
  return {
    sections: all.length,
    asked: asked.length,
    gone,
    setting: SETTINGS[chosen]!,
    gates: outcomes[chosen]!.map(pointOf),
    fixed: Array.from({ length: 32 }, (_, k): Point => ({ spend: k + 1, recall: fixed(ranks, k + 1) })),
    tied: interval(heldOut(every)),
    untied: interval(heldOut(untied)),
  };
}
