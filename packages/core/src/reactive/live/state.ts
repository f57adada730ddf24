import type { Backend } from '../../contract/system.js';
import type { System } from '../../system/define.js';
import { once } from '../../system/once.js';
import { engineRows } from '../../system/rows/engine-rows.js';
import { type Home, type LoopedRows, homesOf, loopedRows } from '../../system/rows/looped-rows.js';
import type { RowPart } from '../../system/rows/row-part.js';
import { type Rows, rowsOf } from '../../system/rows/rows.js';
import { heapArena } from '../../system/wasm/arena.js';
import { Added } from './added.js';
import { type Base, baseOf } from './base.js';
import { Names } from './names.js';
import { Places } from './places.js';

/**
 * A system that changes: what was packed, what of it is gone, and what came after. A coupling that is gone keeps its place:
 * a gap with the weight 0, the others with a flag.
 */
export interface State {
  readonly base: Base;
  readonly places: Places;
  readonly names: Names;
  readonly added: Added;
  /** By code: packed couplings that are gone. */
  readonly gone: Uint8Array;
  /** By slot: packed local energies that are gone, because the module is or has other options now. */
  readonly goneLocals: Uint8Array;
  /** Group of each packed module, and its entry there. */
  readonly home: Home;
  /** Packed families that run through their own functions; null where there are none. */
  readonly looped: LoopedRows | null;
  /** For each module the codes of its folded couplings, on either side, less `places.gaps`. */
  readonly foldedRows: () => Rows;
  /** What a row consists of that only the engine knows, and what any other row does. */
  readonly plain: readonly RowPart[];
  readonly mixed: readonly RowPart[];
}

/** Room for further modules, as a share of those there are, and at least. */
const ROOM = 1 / 8;
const LEAST_ROOM = 16;

/**
 * @param numbers of the couplings in the order of definition, ascending; null where they are 0, 1, 2, ...
 * @param more how many modules are about to be added
 */
export function stateOf(
  system: System,
  numbers: Int32Array | null,
  given: { readonly backend: Backend; readonly tolerance: number },
  more = 0,
): State {
  const capacity = system.size + more + Math.max(LEAST_ROOM, Math.floor(system.size * ROOM));
  const base = baseOf(system, given.backend, capacity, given.tolerance);
  const { engine, folded, rows, queue } = base;
  const places = new Places(base, numbers);
  const gone = new Uint8Array(places.count);
  const goneLocals = new Uint8Array(capacity);
  const flags = { locals: goneLocals, couplings: gone.subarray(places.looped) };
  const foreign = engine.locals.length + engine.couplings.length > 0;
  const looped = foreign ? loopedRows(capacity, engine.locals, engine.couplings, system.signals, flags) : null;
  if (looped !== null) {
    const { home, incidence } = looped;
    for (let i = 0; i < system.size; i++) {
      if (home.group[i]! >= 0 || incidence.start[i + 1]! > incidence.start[i]!) queue.markForeign(i, true);
    }
  }
  const added = new Added(system.signals);
  const plain: readonly RowPart[] = [engineRows(engine.edges, folded, rows)];
  return {
    base,
    places,
    names: new Names(system.ids, capacity),
    added,
    gone,
    goneLocals,
    home: homesOf(capacity, base.locals),
    looped,
    foldedRows: once(() => foldedRows(places, capacity)),
    plain,
    mixed: looped === null ? [...plain, added] : [...plain, looped, added],
  };
}

function foldedRows({ all, gaps, looped }: Places, capacity: number): Rows {
  const [a, b] = [new Int32Array(looped - gaps), new Int32Array(looped - gaps)];
  for (const { kind, first, group } of all) {
    if (kind !== 'folded') continue;
    a.set(group.a, first - gaps);
    b.set(group.b, first - gaps);
  }
  return rowsOf(capacity, { a, b }, heapArena(capacity));
}

/** What a row consists of. */
export const partsOf = ({ base, plain, mixed }: State, i: number): readonly RowPart[] =>
  base.queue.isForeign(i) ? mixed : plain;

/** Marks a row for the kernels to leave alone where some of it runs in JavaScript, and only there. */
export function remark({ base, added, looped, gone, goneLocals, places }: State, i: number): void {
  let foreign = added.has(i);
  if (!foreign && looped !== null) {
    const { home, incidence } = looped;
    foreign = home.group[i]! >= 0 && goneLocals[i] === 0;
    for (let entry = incidence.start[i]!; entry < incidence.start[i + 1]!; entry++) {
      foreign ||= gone[places.looped + incidence.coupling[entry]!] === 0;
    }
  }
  base.queue.markForeign(i, foreign);
}
