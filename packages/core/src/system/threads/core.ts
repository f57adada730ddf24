import type { Core } from '../engine/core.js';
import { type EdgePlan, packEdges } from '../engine/edges.js';
import { type FoldedFamily, folded } from '../engine/quartics.js';
import { tableBytes, tableOf } from '../engine/table.js';
import { type Arena, heapArena, lines, wasmArena } from '../wasm/arena.js';
import type { Segment } from '../wasm/memory.js';
import { algebraOfShares } from './algebra.js';
import type { Crew } from './crew.js';
import { engineOfShares } from './engine.js';
import { jobBytes, jobOf, operations } from './job.js';
import { takeShared } from './shared-memory.js';
import { PARTS, sharesOf } from './shares.js';
import { packSplit, planSplit } from './split-edges.js';

/**
 * Packs folded families and squared gaps in shared memory, in partitions.
 *
 * @param forVectors whether operations on vectors alone are worth waking the others
 */
export function coreOfShares(
  crew: Crew,
  size: number,
  plan: EdgePlan,
  families: readonly FoldedFamily[],
  forVectors: boolean,
): Core | null {
  const given = packEdges(plan, heapArena(size));
  const shares = sharesOf(size, given);
  const split = planSplit(given, shares);
  const tables = lines(tableBytes(plan.families.length)) + PARTS * lines(tableBytes(3 * plan.families.length));
  let segment: Segment | undefined;
  const memory = wasmArena(size, split.room + 3 * lines(8 * size) + tables + jobBytes, (bytes, reserve) => {
    const block = takeShared(bytes, reserve);
    segment = block?.segment;
    return block;
  });
  if (memory === null || segment === undefined) return null;
  const { edges, parts } = packSplit(split, shares, memory);
  const sums = families.length === 0 ? null : folded(families, () => memory.floats(size));
  const rowTable = tableOf(size, edges, edges.families, sums, memory);
  const own = parts.map((part, p) => tableOf(shares.starts[p + 1]!, edges, part, sums, memory, shares.starts[p]));
  const job = jobOf(
    crew,
    segment,
    memory,
    own.map(({ at }) => at),
  );
  const arena: Arena & { readonly memory: Arena } = {
    ...memory,
    sum(vector) {
      job.run(operations.sum, forVectors, [vector.byteOffset]);
      return job.sum();
    },
    // Its blocks go back when it is garbage.
    memory,
  };
  const algebra = algebraOfShares(job, arena, shares, forVectors);
  return { arena, algebra, edges, folded: sums, table: null, rowTable, own: engineOfShares(job, own) };
}
