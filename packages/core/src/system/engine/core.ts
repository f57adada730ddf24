import type { Algebra } from '../../contract/algebra.js';
import type { Arena } from '../wasm/arena.js';
import type { Edges } from './edges.js';
import type { Part } from './part.js';
import type { Folded } from './quartics.js';
import type { RowTable, Table } from './table.js';

/** What the engine's own loops work on: folded families and squared gaps, in one memory. */
export interface Core {
  readonly arena: Arena;
  readonly algebra: Algebra;
  readonly edges: Edges;
  readonly folded: Folded | null;
  /** The kernels' view of both; null in plain TypeScript, and where several threads share the work. */
  readonly table: Table | null;
  /** The same for work by rows, family by family; null in plain TypeScript. */
  readonly rowTable: RowTable | null;
  readonly own: Part;
}
