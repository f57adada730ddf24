import { type System, clip, compile, defineSystem, gateBenefit, landau, quadratic, readEta, relax } from '@cfc/core';
import { energyGating, straightThrough } from '@cfc/modules-gating';
import type { Hit } from './documents.js';

/** How retrievals are planned. */
export interface Setting {
  /** What one retrieval costs, in units of expected evidence. */
  readonly cost: number;
  /** How much of the evidence that is found already a further retrieval has to surpass. */
  readonly content: number;
  /** How strongly a gate is tied to its page, from which the evidence of other sections comes. */
  readonly tie: number;
}
/** Candidates of a question by their cards, and what the text of each says once it is retrieved. */
export interface Asked {
  readonly cards: readonly Hit[];
  readonly evidence: ReadonlyMap<string, number>;
}

/**
 * One question: relax the gates of what is not retrieved yet, retrieve where the gate is widest open, let what is found there
 * correct its page and so the other gates, until no gate is open. Up to a constant,
 * E = Σ gates (η - 1/2 - (gain - cost))² + Σ gates of known pages tie (η - page)² + Σ known pages (page - open(evidence))²,
 * with open(evidence) what the gate would be if the card had promised what the text says:
 * untied, a gate is open (η > 1/2) where the gain exceeds the cost. Returns what was retrieved, in order.
 */
export function plan({ cards, evidence }: Asked, { cost, content, tie }: Setting): string[] {
  const top = cards[0]?.score ?? 1;
  const share = (score: number): number => score / (score + top); // of what a card promises, or a text says
  const retrieved: string[] = [];
  for (;;) {
    const left = cards.filter(({ id }) => !retrieved.includes(id));
    if (left.length === 0) return retrieved;
    const said = (id: string): number => share(evidence.get(id) ?? 0);
    const found = Math.max(0, ...retrieved.map(said));
    const gain = (promise: number): number => promise - content * found;
    const open = (promise: number): number => clip(0.5 + gain(promise) - cost);
    const pages = [...new Set(left.map(({ page }) => page))].map((page) => {
      const seen = retrieved.filter((id) => id.startsWith(`${page}#`)).map(said);
      return { page, belief: seen.length === 0 ? null : open(Math.max(...seen)) };
    });
    const known = pages.filter(({ belief }) => belief !== null);
    const system = defineSystem({
      modules: Object.fromEntries([
        ['question', landau()] as const, // whose improvement the benefits are; it takes no part
        ...left.map(({ id }) => [id, energyGating({ cost, a: 1, b: 0 })] as const),
        ...known.map(({ page, belief }) => [page, landau({ a: 1, b: 0, h: 2 * belief! })] as const),
      ]),
      couplings: left.flatMap(({ id, page }) => [
        { use: gateBenefit({ signal: id }), between: [id, 'question'] as const },
        ...(known.some((one) => one.page === page)
          ? [{ use: quadratic({ weight: tie }), between: [id, page] as const }]
          : []),
      ]),
      signals: Object.fromEntries(left.map((hit) => [hit.id, 1 + 2 * (gain(share(hit.score)) - cost)])),
    }) as unknown as System;
    const inputs = Object.fromEntries([
      ['question', 0] as const,
      ...left.map((hit) => [hit.id, { gain: gain(share(hit.score)) }] as const),
      ...known.map(({ page, belief }) => [page, belief!] as const),
    ]);
    const { eta } = relax(compile(system), readEta(system, inputs));
    const widest = left.reduce((best, { id }) => (eta[id]! > eta[best]! ? id : best), left[0]!.id);
    if (straightThrough(eta[widest]!).forward === 0) return retrieved;
    retrieved.push(widest);
  }
}
