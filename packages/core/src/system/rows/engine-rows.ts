import type { Vector } from '../../contract/energy.js';
import type { Edges } from '../engine/edges.js';
import type { Folded } from '../engine/quartics.js';
import type { RowPart, Stiffness, Touched } from './row-part.js';
import type { Rows } from './rows.js';

/** All folded families and squared gaps, row by row in plain TypeScript: the twin of `moveRow` and of half of `stepRow`. */
export function engineRows(edges: Edges, folded: Folded | null, { start, items }: Rows): RowPart {
  const { a, b, w, alpha, beta, scaledFrom, families } = edges;
  /** Family of coupling `e`. */
  const familyOf = (e: number): number => {
    let k = 0;
    while (e >= families[k]!.last) k++;
    return k;
  };
  return {
    shift(
      i: number,
      value: number,
      eta: Vector,
      weights: Vector,
      gradient: Float64Array | null,
      touched: Touched | null = null,
    ): number {
      const old = eta[i]!;
      const step = value - old;
      let change = 0;
      let slope = 0;
      if (folded !== null) {
        folded.under(weights);
        const flat = folded.a[i]!;
        const steep = folded.b[i]!;
        change = step * ((value + old) * (flat + steep * (value * value + old * old)) - folded.h[i]!);
        slope = step * (2 * flat + 4 * steep * (value * value + value * old + old * old));
      }
      for (let entry = start[i]!; entry < start[i + 1]!; entry++) {
        const e = items[entry]!;
        const { hinge, scaled, term } = families[familyOf(e)]!;
        const al = scaled ? alpha[e - scaledFrom]! : 1;
        const be = scaled ? beta[e - scaledFrom]! : 1;
        const first = a[e] === i;
        const j = first ? b[e]! : a[e]!;
        const mine = first ? -al : be;
        const theirs = first ? be : -al;
        const rest = theirs * eta[j]!;
        const before = rest + mine * old;
        const after = rest + mine * value;
        const left = hinge ? 0.5 * (before + Math.abs(before)) : before;
        const right = hinge ? 0.5 * (after + Math.abs(after)) : after;
        const both = before > 0 && after > 0 ? 1 : 0;
        const moved = hinge ? both * (mine * step) + (1 - both) * (right - left) : mine * step;
        const amount = weights[term]! * w[e]! * moved;
        change += amount * (right + left);
        slope += 2 * amount * mine;
        if (gradient !== null) gradient[j] = gradient[j]! + 2 * amount * theirs;
        if (touched !== null) touched.offer(j);
      }
      if (gradient !== null) gradient[i] = gradient[i]! + slope;
      return change;
    },
    stiffness(i: number, eta: Vector, weights: Vector, out: Stiffness): void {
      let { curvature, bound } = out;
      if (folded !== null) {
        folded.under(weights);
        const flat = 2 * folded.a[i]!;
        const steep = 12 * folded.b[i]!;
        curvature += flat + steep * eta[i]! * eta[i]!;
        bound += Math.max(Math.abs(flat), Math.abs(flat + steep));
      }
      for (let entry = start[i]!; entry < start[i + 1]!; entry++) {
        const e = items[entry]!;
        const { hinge, scaled, term } = families[familyOf(e)]!;
        const al = scaled ? alpha[e - scaledFrom]! : 1;
        const be = scaled ? beta[e - scaledFrom]! : 1;
        const mine = a[e] === i ? al : be;
        const amount = 2 * weights[term]! * w[e]! * mine * mine;
        bound += Math.abs(amount);
        if (!hinge || be * eta[b[e]!]! - al * eta[a[e]!]! > 0) curvature += amount;
      }
      out.curvature = curvature;
      out.bound = bound;
    },
  };
}
