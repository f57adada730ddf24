import type { Signals } from '../../contract/energy.js';
import type { Backend } from '../../contract/system.js';
import type { LocalGroup, PackedCouplings } from '../families.js';
import type { Threads } from '../threads/threads.js';
import { algebraOf } from '../wasm/algebra.js';
import { heapArena, lines, wasmArena } from '../wasm/arena.js';
import type { Core } from './core.js';
import { type EdgePlan, packEdges, planEdges } from './edges.js';
import { engineJs } from './engine-js.js';
import { engineWasm } from './engine-wasm.js';
import { loopedCouplings } from './looped-couplings.js';
import { loopedModules } from './looped-modules.js';
import type { Part } from './part.js';
import { type FoldedFamily, foldCouplings, foldModules, folded } from './quartics.js';
import { tableBytes, tableOf } from './table.js';

/** A system's families, each where it runs fastest. */
export interface Engine extends Core {
  /** Families that are folded, each by itself. */
  readonly families: readonly FoldedFamily[];
  /** Families that run through their own functions. */
  readonly locals: readonly LocalGroup[];
  readonly couplings: readonly PackedCouplings[];
  /** The engine first, then each of those. */
  readonly parts: readonly Part[];
}

/**
 * Puts every family where it runs fastest: folded, among the squared gaps, or through its own functions.
 *
 * @param spare bytes, in whole lines, that the caller will take from the arena for itself
 */
export function engineOf(
  size: number,
  allLocals: readonly LocalGroup[],
  allCouplings: readonly PackedCouplings[],
  signals: Signals,
  backend: Backend,
  threads: Threads | null = null,
  spare = 0,
): Engine {
  const families: FoldedFamily[] = [];
  const gaps: PackedCouplings[] = [];
  const locals: LocalGroup[] = [];
  const couplings: PackedCouplings[] = [];
  for (const group of allLocals) {
    const family = foldModules(group, signals);
    if (family === null) locals.push(group);
    else families.push(family);
  }
  for (const group of allCouplings) {
    const family = foldCouplings(group, signals);
    if (family !== null) families.push(family);
    else if (group.family.gap === undefined) couplings.push(group);
    else gaps.push(group);
  }
  const plan = planEdges(gaps);
  const core = threads?.host.core(size, plan, families) ?? coreOf(size, plan, families, backend, spare);
  const looped = [
    ...locals.map((group) => loopedModules(group, signals)),
    ...couplings.map((group) => loopedCouplings(group, signals)),
  ];
  return { ...core, families, locals, couplings, parts: [core.own, ...looped] };
}

function coreOf(
  size: number,
  plan: EdgePlan,
  families: readonly FoldedFamily[],
  backend: Backend,
  spare: number,
): Core {
  const arena = (backend === 'wasm' ? wasmArena(size, roomFor(size, plan) + spare) : null) ?? heapArena(size);
  const edges = packEdges(plan, arena);
  const sums = families.length === 0 ? null : folded(families, () => arena.floats(size));
  const rowTable = arena.kernels === null ? null : tableOf(size, edges, edges.families, sums, arena);
  const table =
    edges.pieces === edges.families || rowTable === null ? rowTable : tableOf(size, edges, edges.pieces, sums, arena);
  const own = table === null ? engineJs(edges, sums) : engineWasm(arena.kernels!, table);
  return { arena, algebra: algebraOf(arena), edges, folded: sums, table, rowTable, own };
}

/** Bytes that the packed columns take. */
function roomFor(size: number, { total, scaledFrom, families, pieces }: EdgePlan): number {
  const couplings = 2 * lines(4 * total) + lines(8 * total) + 2 * lines(8 * (total - scaledFrom));
  return couplings + 3 * lines(8 * size) + lines(tableBytes(families.length)) + lines(tableBytes(pieces.length));
}
