import type { Conclusion } from '../experiment.js';
import { type Cell, type Found, basisNames } from './cell.js';
import { backtracksText, magnitude, pick, stepsText } from './summary.js';

const names = {
  etaMonomial: 'ηᵏ',
  monomial: 'ξᵏ',
  legendre: 'P_k',
  orthonormalLegendre: '√(2k+1) P_k',
  apc: 'aPC',
} as const;

type Line = readonly [what: string, part: Cell['part'], text: (rows: readonly Found[]) => string];

const lines: readonly Line[] = [
  ['condition number of the design', 'fit', (rows) => magnitude(rows, 'condition')],
  ['relative error of coefficients by rounding', 'fit', (rows) => magnitude(rows, 'rounding')],
  ['the same by noise of 0.001', 'fit', (rows) => magnitude(rows, 'noisy')],
  ['steps of descent on coefficients to 1e-6', 'fit', (rows) => magnitude(rows, 'steps')],
  ['backtracks a step, one function', 'same', backtracksText],
  ['backtracks a step, drawn in each basis', 'drawn', backtracksText],
  ['backtracks a step, drawn and of one size', 'sized', backtracksText],
  ['steps of a run, one function', 'same', stepsText],
  ['steps of a run, drawn in each basis', 'drawn', stepsText],
  ['steps of a run, drawn and of one size', 'sized', stepsText],
];

/** A line for each quantity, spread and degree, a column for each basis. */
export function tableOf(rows: readonly Found[]): Conclusion['table'] {
  return {
    headings: ['quantity', 'places', 'degree', ...basisNames.map((name) => names[name])],
    rows: lines.flatMap(([what, part, text]) =>
      (['uniform', 'clustered'] as const).flatMap((spread) =>
        [4, 8, 12].flatMap((degree) => {
          const some = pick(rows, { part, spread, degree });
          if (some.length === 0) return [];
          return [[what, spread, String(degree), ...basisNames.map((basis) => text(pick(some, { basis })))]];
        }),
      ),
    ),
  };
}

/** How a basis is called in text and figure. */
export const nameOf = (basis: Found['basis']): string => names[basis];
