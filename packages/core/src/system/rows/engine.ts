import type { Signals, Vector } from '../../contract/energy.js';
import type { Engine } from '../engine/engine.js';
import { ETA, OUT } from '../wasm/arena.js';
import { engineRows } from './engine-rows.js';
import { loopedRows } from './looped-rows.js';
import type { RowPart } from './row-part.js';
import { rowsOf } from './rows.js';
import { sweep } from './sweep.js';

/** A system as it is worked on row by row. */
export interface RowEngine {
  shift(i: number, value: number, eta: Vector, weights: Vector, gradient: Float64Array | null): number;
  sweep(eta: Float64Array, gradient: Float64Array, weights: Vector): number;
}

/** The rows of the engine's families and of all others; sweeps run in the kernels where there are no others. */
export function rowsOfEngine(size: number, engine: Engine, signals: Signals): RowEngine {
  const { arena, edges, folded, rowTable: table, locals, couplings } = engine;
  const rows = rowsOf(size, edges, arena);
  const foreign = locals.length + couplings.length > 0;
  const parts: RowPart[] = [engineRows(edges, folded, rows)];
  if (foreign) parts.push(loopedRows(size, locals, couplings, signals));
  const inKernels = table !== null && !foreign && arena.holds(rows.start) && arena.holds(rows.items);
  if (inKernels) table.rows(rows.start, rows.items);
  return {
    shift(i, value, eta, weights, gradient) {
      let change = 0;
      for (const part of parts) change += part.shift(i, value, eta, weights, gradient);
      return change;
    },
    sweep(eta, gradient, weights) {
      if (!inKernels) return sweep(eta, gradient, weights, parts);
      table.under(weights);
      const [at, slopes] = [arena.inside(eta, ETA), arena.inside(gradient, OUT)];
      const change = arena.kernels!.sweep(table.at, at.byteOffset, slopes.byteOffset);
      if (at !== eta) eta.set(at);
      if (slopes !== gradient) gradient.set(slopes);
      return change;
    },
  };
}
