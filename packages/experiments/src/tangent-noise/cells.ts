import type { Scope } from '../experiment.js';
import { type Landscape, trapOf } from './landscapes.js';
import { changes } from './level-set.js';
import { KINDS, type Kind, search } from './search.js';

/** One seed: what noise does to the energy at a random place, or searches with every kind of noise in one landscape. */
export type Cell =
  | { readonly task: 'change'; readonly seed: number }
  | {
      readonly task: 'escape';
      readonly landscape: Landscape;
      readonly levels: readonly number[];
      readonly seed: number;
    };

/** One length of noise. */
export type Found = {
  readonly task: 'change' | 'escape';
  readonly landscape: Landscape;
  readonly kind: Kind;
  readonly seed: number;
  /** Length of the noise vector; of automatic noise the longest that it may be. */
  readonly length: number;
  readonly typical: number | null;
  readonly mean: number | null;
  readonly escaped: number | null;
  readonly rise: number | null;
};

/** Lengths per module, √n times as long as a vector, about where escapes begin. */
const levels = {
  'wells 2': [0.04, 0.05, 0.06, 0.07, 0.08],
  'wells 8': [0.04, 0.045, 0.05, 0.055, 0.06],
  'wells 32': [0.038, 0.042, 0.046, 0.05, 0.054],
  'random 16': [0.005, 0.01, 0.015, 0.02, 0.03],
} as const satisfies Readonly<Record<Landscape, readonly number[]>>;
/** Automatic noise scales itself down: it is let be so many times as long, so that the energies that it puts in overlap. */
const LONGER = 2;

export function cells(scope: Scope): readonly Cell[] {
  const quick = scope === 'quick';
  const seeds = (count: number): readonly number[] => Array.from({ length: count }, (_, seed) => seed);
  const names = (Object.keys(levels) as Landscape[]).filter((name) => !quick || name !== 'wells 32');
  return [
    ...seeds(quick ? 10 : 30).map((seed) => ({ task: 'change', seed }) as const),
    ...names.flatMap((landscape) =>
      seeds(quick ? 16 : 120).map(
        (seed) =>
          ({
            task: 'escape',
            landscape,
            levels: levels[landscape].filter((_, k) => !quick || k % 2 === 0),
            seed,
          }) as const,
      ),
    ),
  ];
}

export const measure = (cell: Cell): readonly Found[] => (cell.task === 'change' ? changed(cell.seed) : searched(cell));

const changed = (seed: number): readonly Found[] =>
  (['isotropic', 'tangent'] as const).flatMap((kind) =>
    changes(seed, kind === 'tangent').map((change) => ({
      task: 'change',
      landscape: 'random 16',
      kind,
      seed,
      escaped: null,
      rise: null,
      ...change,
    })),
  );

function searched({ landscape, levels, seed }: Extract<Cell, { task: 'escape' }>): readonly Found[] {
  const trap = trapOf(landscape, seed);
  return KINDS.flatMap((kind) =>
    levels.map((level) => {
      const longest = kind === 'tangent, automatic' ? LONGER * level : level;
      const length = longest * Math.sqrt(trap.system.size);
      const { escaped, rise } = search(trap, kind, length, seed);
      return { task: 'escape' as const, landscape, kind, seed, length, typical: null, mean: null, escaped, rise };
    }),
  );
}
