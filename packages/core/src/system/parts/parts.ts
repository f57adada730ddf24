import type { Signals } from '../../contract/energy.js';
import type { Backend } from '../../contract/system.js';
import type { LocalGroup, PackedCouplings } from '../families.js';
import { type Arena, heapArena, wasmArena } from '../wasm/arena.js';
import { type GapColumns, gapColumns } from './gaps.js';
import { hingesWasm, pullsWasm, unitHingesWasm } from './gaps-wasm.js';
import { hingesJs } from './hinges-js.js';
import { loopedCouplings } from './looped-couplings.js';
import { loopedModules } from './looped-modules.js';
import type { Part } from './part.js';
import { pullsJs } from './pulls-js.js';
import { type FoldedFamily, foldCouplings, foldModules, folded } from './quartics.js';
import { quarticsJs } from './quartics-js.js';
import { quarticsWasm } from './quartics-wasm.js';

/** Vectors of working space: the point, an output, a second point or a direction. */
const SLOTS = 3;

/** Puts every family where it runs fastest: folded, among the gaps, or through its own functions. */
export function partsOf(
  size: number,
  locals: readonly LocalGroup[],
  couplings: readonly PackedCouplings[],
  signals: Signals,
  backend: Backend,
): { readonly parts: readonly Part[]; readonly arena: Arena } {
  const families: FoldedFamily[] = [];
  const gaps: GapColumns[] = [];
  const looped: Part[] = [];
  for (const group of locals) {
    const family = foldModules(group, signals);
    if (family === null) looped.push(loopedModules(group, signals));
    else families.push(family);
  }
  for (const group of couplings) {
    const family = foldCouplings(group, signals);
    const columns = family === null ? gapColumns(group) : null;
    if (family !== null) families.push(family);
    else if (columns === null) looped.push(loopedCouplings(group, signals));
    else gaps.push(columns);
  }
  const arena = (backend === 'wasm' ? wasmArena(size, roomFor(size, gaps), SLOTS) : null) ?? heapArena(size);
  const wasm = arena.kernels !== null;
  const parts: Part[] = gaps.map((columns) => {
    if (!columns.hinge) return wasm ? pullsWasm(columns, arena) : pullsJs(columns);
    if (!wasm) return hingesJs(columns);
    return columns.scales === null ? unitHingesWasm(columns, arena) : hingesWasm(columns, arena);
  });
  if (families.length > 0) {
    const sums = folded(families, () => arena.floats(size));
    parts.unshift(wasm ? quarticsWasm(sums, arena) : quarticsJs(sums));
  }
  return { parts: [...parts, ...looped], arena };
}

/** Bytes that the packed columns take, each rounded up to a cache line. */
function roomFor(size: number, gaps: readonly GapColumns[]): number {
  const each = ({ a, scales }: GapColumns): number => a.length * (8 + 8 + (scales === null ? 0 : 16)) + 5 * 64;
  return gaps.reduce((total, columns) => total + each(columns), 3 * (8 * size + 64));
}
