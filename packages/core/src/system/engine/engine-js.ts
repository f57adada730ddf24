import type { Edges } from './edges.js';
import { gapBounds, gapDiagonal, gapDifference, gapEnergy, gapGradient, gapProduct } from './gaps-js.js';
import type { Part } from './part.js';
import type { Folded } from './quartics.js';
import { quarticBounds, quarticDifference, quarticEnergy, quarticGradient, quarticProduct } from './quartics-js.js';

/** All folded families and squared gaps in plain TypeScript: the twin of the passes in wasm/passes.ts. */
export function engineJs(edges: Edges, folded: Folded | null): Part {
  const { pieces } = edges;
  return {
    energy(eta, weights) {
      folded?.under(weights);
      let total = folded === null ? 0 : quarticEnergy(folded, eta);
      for (const family of pieces) total += weights[family.term]! * gapEnergy(edges, family, eta);
      return total;
    },
    gradient(eta, weights, g) {
      folded?.under(weights);
      if (folded === null) g.fill(0);
      let total = folded === null ? 0 : quarticGradient(folded, eta, g);
      for (const family of pieces) {
        const scale = weights[family.term]!;
        total += scale * gapGradient(edges, family, eta, scale, g);
      }
      return total;
    },
    difference(from, to, weights) {
      folded?.under(weights);
      let total = folded === null ? 0 : quarticDifference(folded, from, to);
      for (const family of pieces) total += weights[family.term]! * gapDifference(edges, family, from, to);
      return total;
    },
    product(eta, weights, v, out) {
      folded?.under(weights);
      if (folded === null) out.fill(0);
      else quarticProduct(folded, eta, v, out);
      for (const family of pieces) gapProduct(edges, family, eta, weights[family.term]!, v, out);
    },
    diagonal(eta, weights, out) {
      folded?.under(weights);
      if (folded === null) out.fill(0);
      else quarticProduct(folded, eta, null, out);
      for (const family of pieces) gapDiagonal(edges, family, eta, weights[family.term]!, out);
    },
    bounds(_eta, weights, out) {
      folded?.under(weights);
      if (folded === null) out.fill(0);
      else quarticBounds(folded, out);
      for (const family of pieces) gapBounds(edges, family, weights[family.term]!, out);
    },
  };
}
