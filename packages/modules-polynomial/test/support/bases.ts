import { type Basis, apc, etaMonomial, legendre, monomial, orthonormalLegendre } from '../../src/index.js';
import { clustered } from './samples.js';

/** Every basis of a degree, by name. */
export const bases = (degree: number): Readonly<Record<string, Basis>> => ({
  legendre: legendre(degree),
  orthonormalLegendre: orthonormalLegendre(degree),
  monomial: monomial(degree),
  etaMonomial: etaMonomial(degree),
  apc: apc(clustered(3, 0.15), degree),
});
