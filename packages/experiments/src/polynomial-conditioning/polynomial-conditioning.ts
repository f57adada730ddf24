import { defineExperiment } from '../experiment.js';
import { type Cell, type Found, cellsOf } from './cell.js';
import { claimsOf } from './claims.js';
import { figureOf } from './figure.js';
import { measureFit } from './measure-fit.js';
import { measureRelaxation } from './measure-relaxation.js';
import { tableOf } from './table.js';

/** What an orthonormal basis is good for: fitting and learning coefficients, or relaxing as well. */
export const polynomialConditioning = defineExperiment<Cell, Found>({
  name: 'polynomial-conditioning',
  title: 'Polynomial conditioning: what an orthonormal basis is good for',
  question:
    'Does an orthonormal basis of polynomials, Legendre or arbitrary polynomial chaos (aPC), smooth the landscape and save backtracks? Three things are kept apart. Fits and gradient descent find the coefficients of known functions from 200 values, at uniform places or in two clusters at ξ = ±0.8. Rings of 24 modules with coupled polynomial energies relax by descent with the default search (first step 0.05, halved) to a gradient of 1e-6 or 2000 steps: the same energies written in five bases; coefficients drawn from one normal distribution in each basis; and these with every energy scaled to a root mean square of 1.',
  cells: cellsOf,
  measure: (cell) => (cell.part === 'fit' ? measureFit(cell) : measureRelaxation(cell)),
  conclude: (rows) => ({ claims: claimsOf(rows), table: tableOf(rows), figure: figureOf(rows) }),
});
