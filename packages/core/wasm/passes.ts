import { gapBounds, gapDiagonal, gapDifference, gapEnergy, gapGradient, gapProduct } from './gaps';
import { clear, quarticBounds, quarticDifference, quarticEnergy, quarticGradient, quarticProduct } from './quartics';
import { BOTH, FAMILIES, H, SECOND_END, firstOf, kindOf, lastOf, scaleOf, word } from './table';

// Passes over everything.

export function energy(t: usize, eta: usize): f64 {
  let total: f64 = word(t, H) != 0 ? quarticEnergy(t, eta) : 0;
  for (let k = 0; k < word(t, FAMILIES); k++) {
    const kind = kindOf(t, k), first = firstOf(t, k), last = lastOf(t, k), scale = scaleOf(t, k);
    if (kind >> 2 == SECOND_END) continue;
    switch (kind & 3) {
      case 0: { total += scale * gapEnergy(false, false, t, first, last, eta); break; }
      case 1: { total += scale * gapEnergy(true, false, t, first, last, eta); break; }
      case 2: { total += scale * gapEnergy(false, true, t, first, last, eta); break; }
      default: total += scale * gapEnergy(true, true, t, first, last, eta);
    }
  }
  return total;
}

export function difference(t: usize, from: usize, to: usize): f64 {
  let total: f64 = word(t, H) != 0 ? quarticDifference(t, from, to) : 0;
  for (let k = 0; k < word(t, FAMILIES); k++) {
    const kind = kindOf(t, k), first = firstOf(t, k), last = lastOf(t, k), scale = scaleOf(t, k);
    if (kind >> 2 == SECOND_END) continue;
    switch (kind & 3) {
      case 0: { total += scale * gapDifference(false, false, t, first, last, from, to); break; }
      case 1: { total += scale * gapDifference(true, false, t, first, last, from, to); break; }
      case 2: { total += scale * gapDifference(false, true, t, first, last, from, to); break; }
      default: total += scale * gapDifference(true, true, t, first, last, from, to);
    }
  }
  return total;
}

/** The couplings of family `k`, of one side all of them: adds to `g` and returns their energy. */
// prettier-ignore
@inline export function gapsGradient(side: i32, t: usize, k: i32, eta: usize, g: usize): f64 {
  const first = firstOf(t, k), last = lastOf(t, k), scale = scaleOf(t, k);
  let total: f64 = 0;
  switch (kindOf(t, k) & 3) {
    case 0: { total = gapGradient(false, false, side, t, first, last, eta, scale, g); break; }
    case 1: { total = gapGradient(true, false, side, t, first, last, eta, scale, g); break; }
    case 2: { total = gapGradient(false, true, side, t, first, last, eta, scale, g); break; }
    default: total = gapGradient(true, true, side, t, first, last, eta, scale, g);
  }
  return scale * total;
}

// prettier-ignore
@inline export function gapsProduct(side: i32, t: usize, k: i32, eta: usize, v: usize, out: usize): void {
  const first = firstOf(t, k), last = lastOf(t, k), scale = scaleOf(t, k);
  switch (kindOf(t, k) & 3) {
    case 0: { gapProduct(false, false, side, t, first, last, eta, scale, v, out); break; }
    case 1: { gapProduct(true, false, side, t, first, last, eta, scale, v, out); break; }
    case 2: { gapProduct(false, true, side, t, first, last, eta, scale, v, out); break; }
    default: gapProduct(true, true, side, t, first, last, eta, scale, v, out);
  }
}

/** Overwrites the entries LOW to HIGH of `g` and returns the energy; no family has a side, as in `product`. */
export function gradient(t: usize, eta: usize, g: usize): f64 {
  let total: f64 = 0;
  if (word(t, H) != 0) total = quarticGradient(t, eta, g);
  else clear(t, g);
  for (let k = 0; k < word(t, FAMILIES); k++) total += gapsGradient(BOTH, t, k, eta, g);
  return total;
}

/**
 * `gradient`, which writes on its way for each family, unscaled, Σ w s² and Σ (w s)² (α² + β²): its energy, and a quarter of its
 * squared gradients.
 */
export function gradientWithSums(t: usize, eta: usize, g: usize, out: usize): f64 {
  let total: f64 = 0;
  if (word(t, H) != 0) total = quarticGradient(t, eta, g);
  else clear(t, g);
  for (let k = 0; k < word(t, FAMILIES); k++) {
    const kind = kindOf(t, k), first = firstOf(t, k), last = lastOf(t, k), scale = scaleOf(t, k);
    const at = out + (<usize>k << 4);
    switch (kind & 3) {
      case 0: { total += scale * gapGradient(false, false, BOTH, t, first, last, eta, scale, g, true, at); break; }
      case 1: { total += scale * gapGradient(true, false, BOTH, t, first, last, eta, scale, g, true, at); break; }
      case 2: { total += scale * gapGradient(false, true, BOTH, t, first, last, eta, scale, g, true, at); break; }
      default: total += scale * gapGradient(true, true, BOTH, t, first, last, eta, scale, g, true, at);
    }
  }
  return total;
}

/** Overwrites the entries LOW to HIGH of `out` with the Hessian at `eta` times `v`. */
export function product(t: usize, eta: usize, v: usize, out: usize): void {
  if (word(t, H) != 0) quarticProduct(t, eta, v, out);
  else clear(t, out);
  for (let k = 0; k < word(t, FAMILIES); k++) gapsProduct(BOTH, t, k, eta, v, out);
}

/** Overwrites the entries LOW to HIGH of `out` with the diagonal of the Hessian. */
export function diagonal(t: usize, eta: usize, out: usize): void {
  if (word(t, H) != 0) quarticProduct(t, eta, 0, out);
  else clear(t, out);
  for (let k = 0; k < word(t, FAMILIES); k++) {
    const kind = kindOf(t, k);
    gapDiagonal((kind & 1) != 0, (kind & 2) != 0, kind >> 2, t, firstOf(t, k), lastOf(t, k), eta, scaleOf(t, k), out);
  }
}

/** Overwrites the entries LOW to HIGH of `out` with bounds of the Hessian's absolute row sums. */
export function bounds(t: usize, out: usize): void {
  if (word(t, H) != 0) quarticBounds(t, out);
  else clear(t, out);
  for (let k = 0; k < word(t, FAMILIES); k++) {
    const kind = kindOf(t, k);
    if (scaleOf(t, k) == 0) continue;
    gapBounds((kind & 2) != 0, kind >> 2, t, firstOf(t, k), lastOf(t, k), scaleOf(t, k), out);
  }
}
