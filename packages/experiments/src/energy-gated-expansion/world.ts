import { type Link, type System, defineSystem, landau, quadratic, uniform } from '@cfc/core';
import type { Proposal } from '@cfc/expansion';

/** Modules with one minimum each, or with two, of which the one that is nearer to the start is the worse. */
export type Kind = 'one minimum' | 'two minima';

const SIZE = 6;
const PROPOSALS = 24;
/** Words of the counter from which draws come. */
const STREAMS = { field: 1, pull: 2, strength: 3, place: 4 } as const;

/** A world of one seed: what there is, and what may come. */
export interface World {
  readonly system: System;
  readonly proposals: readonly Proposal[];
}

/**
 * A ring of modules that begin at η = 0, and proposals that each bring one module with a field of its own, coupled to one
 * module of the ring or of an earlier proposal.
 */
export function worldOf(kind: Kind, seed: number): World {
  const draw = (stream: keyof typeof STREAMS, k: number, low: number, high: number): number =>
    low + (high - low) * uniform(seed, STREAMS[stream], k);
  const ring = Array.from({ length: SIZE }, (_, i) => `m${i}`);
  const couplings = ring.map((id, i): Link => ({
    use: quadratic({ weight: 0.1 }),
    between: [id, ring[(i + 1) % SIZE]!],
  }));
  const modules = ring.map((id, i) => {
    const field = draw('field', i, 0.05, 0.25);
    return [id, kind === 'one minimum' ? landau({ a: 1, h: field }) : landau({ a: -1, h: -field })] as const;
  });
  const proposals = Array.from({ length: PROPOSALS }, (_, k): Proposal => {
    const id = `p${k}`;
    const onto = Math.floor(draw('place', k, 0, SIZE + k));
    const end = onto < SIZE ? ring[onto]! : `p${onto - SIZE}`;
    return {
      id,
      modules: { [id]: landau({ a: 1, b: 0, h: draw('pull', k, 0, 1.6) }) },
      couplings: [{ use: quadratic({ weight: draw('strength', k, 0.1, 1) }), between: [id, end] }],
    };
  });
  return { system: defineSystem({ modules: Object.fromEntries(modules), couplings }), proposals };
}
