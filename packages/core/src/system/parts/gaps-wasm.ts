import type { Arena } from '../wasm/arena.js';
import type { GapColumns } from './gaps.js';
import type { Part } from './part.js';

/** F = w (η_b - η_a)² by the `pull` kernels. Vectors have to lie in the arena. */
export function pullsWasm({ term, ...columns }: GapColumns, arena: Arena): Part {
  const { kernels } = arena;
  const k = kernels!;
  const m = columns.a.length;
  const a = arena.ints(columns.a).byteOffset;
  const b = arena.ints(columns.b).byteOffset;
  const w = arena.copy(columns.weight).byteOffset;
  return {
    energy: (eta, weights) => weights[term]! * k.pullEnergy(m, a, b, w, eta.byteOffset),
    gradient: (eta, weights, g) =>
      weights[term]! * k.pullGradient(m, a, b, w, eta.byteOffset, weights[term]!, g.byteOffset),
    difference: (from, to, weights) => weights[term]! * k.pullDifference(m, a, b, w, from.byteOffset, to.byteOffset),
    product(_eta, weights, v, out) {
      k.pullProduct(m, a, b, w, weights[term]!, v.byteOffset, out.byteOffset);
    },
    diagonal(_eta, weights, out) {
      k.pullRows(m, a, b, w, weights[term]!, 1, out.byteOffset);
    },
    bounds(_eta, weights, rows) {
      k.pullRows(m, a, b, w, weights[term]!, 2, rows.byteOffset);
    },
  };
}

/** F = w max(0, β η_b - α η_a)² by the `hinge` kernels. */
export function hingesWasm({ term, scales, ...columns }: GapColumns, arena: Arena): Part {
  const k = arena.kernels!;
  const m = columns.a.length;
  const a = arena.ints(columns.a).byteOffset;
  const b = arena.ints(columns.b).byteOffset;
  const w = arena.copy(columns.weight).byteOffset;
  const al = arena.copy(scales!.alpha).byteOffset;
  const be = arena.copy(scales!.beta).byteOffset;
  return {
    energy: (eta, weights) => weights[term]! * k.hingeEnergy(m, a, b, w, al, be, eta.byteOffset),
    gradient: (eta, weights, g) =>
      weights[term]! * k.hingeGradient(m, a, b, w, al, be, eta.byteOffset, weights[term]!, g.byteOffset),
    difference: (from, to, weights) =>
      weights[term]! * k.hingeDifference(m, a, b, w, al, be, from.byteOffset, to.byteOffset),
    product(eta, weights, v, out) {
      k.hingeProduct(m, a, b, w, al, be, eta.byteOffset, weights[term]!, v.byteOffset, out.byteOffset);
    },
    diagonal(eta, weights, out) {
      k.hingeDiagonal(m, a, b, w, al, be, eta.byteOffset, weights[term]!, out.byteOffset);
    },
    bounds(_eta, weights, rows) {
      k.hingeBounds(m, a, b, w, al, be, weights[term]!, rows.byteOffset);
    },
  };
}

/** F = w max(0, η_b - η_a)² by the `unitHinge` kernels. */
export function unitHingesWasm({ term, ...columns }: GapColumns, arena: Arena): Part {
  const k = arena.kernels!;
  const m = columns.a.length;
  const a = arena.ints(columns.a).byteOffset;
  const b = arena.ints(columns.b).byteOffset;
  const w = arena.copy(columns.weight).byteOffset;
  return {
    energy: (eta, weights) => weights[term]! * k.unitHingeEnergy(m, a, b, w, eta.byteOffset),
    gradient: (eta, weights, g) =>
      weights[term]! * k.unitHingeGradient(m, a, b, w, eta.byteOffset, weights[term]!, g.byteOffset),
    difference: (from, to, weights) =>
      weights[term]! * k.unitHingeDifference(m, a, b, w, from.byteOffset, to.byteOffset),
    product(eta, weights, v, out) {
      k.unitHingeProduct(m, a, b, w, eta.byteOffset, weights[term]!, v.byteOffset, out.byteOffset);
    },
    diagonal(eta, weights, out) {
      k.unitHingeDiagonal(m, a, b, w, eta.byteOffset, weights[term]!, out.byteOffset);
    },
    bounds(_eta, weights, rows) {
      k.unitHingeBounds(m, a, b, w, weights[term]!, rows.byteOffset);
    },
  };
}
