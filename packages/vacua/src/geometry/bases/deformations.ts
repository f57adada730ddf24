import type { Cycle } from './cycle.js';

/**
 * Complex-structure deformations h21 of the generic elliptic threefold over a toric surface, counted on the Weierstrass model:
 * h21 = h⁰(-4K) + h⁰(-6K) - dim Aut - 1 + N.
 *
 * dim Aut = 2 + Σ (s + 1) over curves with s >= 0; the 1 is the common rescaling of f and g; N counts curves of self-intersection -2 on which
 * neither f nor g vanishes: each is lost under a deformation of the surface that is not toric.
 *
 * @param cycle with settled orders of vanishing
 *
 * Source: D. Morrison, W. Taylor, Fortschr. Phys. 60 (2012) 1187, arXiv:1204.0283; W. Taylor, JHEP 08 (2012) 032, arXiv:1205.0952.
 */
export function deformations(cycle: Cycle): number {
  const { s, f, g, size } = cycle;
  let automorphisms = 2;
  let free = 0;
  for (let i = 0; i < size; i++) {
    if (s[i]! >= 0) automorphisms += s[i]! + 1;
    if (s[i] === -2 && f[i] === 0 && g[i] === 0) free++;
  }
  return sections(cycle, f, 4) + sections(cycle, g, 6) - automorphisms - 1 + free;
}

/**
 * h⁰(-nK): that of the moving part D = -nK - Σ c_i D_i, which is nef, so that Riemann and Roch give all: 1 + (D² - D·K) / 2.
 *
 * @param c settled orders of vanishing
 */
function sections({ s, size }: Cycle, c: Int16Array, n: 4 | 6): number {
  let twice = 2;
  for (let i = 0; i < size; i++) {
    const ends = c[i === 0 ? size - 1 : i - 1]! + c[i + 1 === size ? 0 : i + 1]!;
    twice += (n - c[i]! + 1) * (n * (2 + s[i]!) - s[i]! * c[i]! - ends);
  }
  return twice / 2;
}
