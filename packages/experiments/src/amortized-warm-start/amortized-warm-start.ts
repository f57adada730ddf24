import { defineExperiment } from '../experiment.js';
import { conclude, kindsText } from './conclude.js';
import { measureChange } from './measure-change.js';
import { measureStream } from './measure-stream.js';
import type { Found, Graph } from './row.js';
import { type Kind, streams } from './streams.js';

type Cell =
  | { readonly part: 'stream'; readonly kind: Kind; readonly seed: number; readonly count: number }
  | { readonly part: 'change'; readonly kind: Graph; readonly seed: number };

const kinds = Object.keys(streams) as Kind[];
const graphs: readonly Graph[] = ['near couplings', 'far couplings'];

/** What proposed starts and active sets save, in passes, and where they save nothing. */
export const amortizedWarmStart = defineExperiment<Cell, Found>({
  name: 'amortized-warm-start',
  title: 'Amortized starts and active sets: what they save',
  question: `What does a good start save? Sixty sensors with 240 couplings are relaxed for one problem after another, in four kinds of streams: ${kindsText}. Each proposer sees what is known of a problem, proposes a start, and learns the solution afterwards; the start with the lower energy of proposed and read is taken. Counted are passes, visits of every coupling, until 1e-6 of the drop from the cold start is left: evaluations of the energy, gradients, Hessian products, bounds, and what proposals take. What learning takes is not a pass and not counted. Then one of 1,000 modules reads something else: passes until no projected gradient exceeds 1e-8, of everything and of active sets.`,
  cells: (scope) => {
    const [seeds, count] = scope === 'quick' ? [4, 20] : [20, 40];
    return Array.from({ length: seeds }, (_, k) => k + 1).flatMap((seed): readonly Cell[] => [
      ...kinds.map((kind) => ({ part: 'stream' as const, kind, seed, count })),
      ...graphs.map((kind) => ({ part: 'change' as const, kind, seed })),
    ]);
  },
  measure: (cell) =>
    cell.part === 'stream' ? measureStream(cell.kind, cell.seed, cell.count) : measureChange(cell.kind, cell.seed),
  conclude,
});
