import type { Backend } from '../../contract/system.js';
import { rowReader } from '../../system/columns.js';
import type { System } from '../../system/define.js';
import { type Engine, engineOf } from '../../system/engine/engine.js';
import type { Folded } from '../../system/engine/quartics.js';
import type { LocalGroup, PackedCouplings } from '../../system/families.js';
import { type Rows, rowsOf } from '../../system/rows/rows.js';
import { lines } from '../../system/wasm/arena.js';
import { Queue, queueBytes } from './queue.js';

/** A packed system with room for more modules, the vectors that follow it through its life, and the queue: one block of memory. */
export interface Base {
  readonly system: System;
  /** Length of the vectors: the modules, then room. */
  readonly capacity: number;
  readonly locals: readonly LocalGroup[];
  readonly couplings: readonly PackedCouplings[];
  /** One weight for each of these groups, modules first. */
  readonly weights: Float64Array;
  readonly engine: Engine;
  /** The squared gaps of each module. */
  readonly rows: Rows;
  /** Sums of the quartics of each module, under the base weights for good; null where no family is one. */
  readonly folded: Folded | null;
  readonly eta: Float64Array;
  readonly gradient: Float64Array;
  readonly queue: Queue;
}

const unused = (): number => 0;

export function baseOf(system: System, backend: Backend, capacity: number, tolerance: number): Base {
  const locals = system.modules.map(({ name, family, slots, columns }, term): LocalGroup => {
    return { term, name, count: slots.length, slots, family, at: rowReader(columns), kernel: unused };
  });
  const couplings = system.couplings.map((group, g): PackedCouplings => {
    const { name, family, a, b, columns, items, position } = group;
    const read = rowReader(columns);
    const at = items === null ? read : (k: number) => read(items[k]!);
    const term = locals.length + g;
    return { term, name, count: a.length, a, b, family, at, columns, items, position, kernel: unused };
  });
  const weights = Float64Array.from([
    ...locals.map(({ name }) => system.weights[`local:${name}`] ?? 1),
    ...couplings.map(({ name }) => system.weights[`coup:${name}`] ?? 1),
  ]);
  const gaps = couplings.reduce((total, { family, count }) => total + (family.gap === undefined ? 0 : count), 0);
  const rowBytes = lines(4 * (capacity + 1)) + lines(8 * gaps);
  const spare = rowBytes + 2 * lines(8 * capacity) + queueBytes(capacity);
  const engine = engineOf(capacity, locals, couplings, system.signals, backend, spare);
  const { arena, edges, folded, rowTable: table } = engine;
  const block = {
    more(bytes: number): Uint8Array {
      const { buffer, byteOffset } = arena.ints(bytes >> 2).fill(0);
      return new Uint8Array(buffer, byteOffset, bytes);
    },
  };
  const rows = rowsOf(capacity, edges, block);
  const [eta, gradient] = [arena.floats(capacity).fill(0), arena.floats(capacity).fill(0)];
  const queue = new Queue(arena, eta, gradient, tolerance);
  table?.rows(rows.start, rows.items);
  table?.under(weights);
  folded?.under(weights);
  // From here on the sums follow what is added and removed: nothing may take them anew.
  const sums = folded === null ? null : { ...folded, under: () => undefined };
  return { system, capacity, locals, couplings, weights, engine, rows, folded: sums, eta, gradient, queue };
}
