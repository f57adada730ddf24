import { CfcError, suggestion } from '@cfc/core';
import type { Row } from '../table/row.js';
import { budget } from './budget.js';
import { dualCosines } from './dual-cosines.js';
import { dualLambda } from './dual-lambda.js';
import { dualNormalizers } from './dual-normalizers.js';
import { dualTradeoff } from './dual-tradeoff.js';
import { dualViolations } from './dual-violations.js';
import { dualWireheading } from './dual-wireheading.js';
import { energy } from './energy.js';
import { eta } from './eta.js';
import type { Figure, Spec } from './figure.js';
import { gainCost } from './gain-cost.js';
import { gates } from './gates.js';
import { histogram } from './histogram.js';
import { fitting } from './names.js';
import { pareto } from './pareto.js';
import { polynomials } from './polynomials.js';
import { precision } from './precision.js';
import { terms } from './terms.js';
import { uncertainty } from './uncertainty.js';
import { weights } from './weights.js';

const all = [
  energy,
  terms,
  weights,
  budget,
  gainCost,
  eta,
  gates,
  precision,
  uncertainty,
  polynomials,
  histogram,
  pareto,
  dualLambda,
  dualViolations,
  dualNormalizers,
  dualCosines,
  dualTradeoff,
  dualWireheading,
];

/** All figures by name, in the order of a report. */
export const figures: ReadonlyMap<string, Figure> = new Map(all.map((figure) => [figure.name, figure]));

/** The columns that a figure needs and a table does not have, or has no number in. */
export const missingColumns = ({ needs }: Figure, rows: readonly Row[]): readonly string[] =>
  needs.filter((pattern) => fitting(rows, pattern).length === 0);

/** The figures that can be made of a table. */
export const availableFigures = (rows: readonly Row[]): readonly Figure[] =>
  all.filter((figure) => missingColumns(figure, rows).length === 0);

/**
 * The Vega-Lite specification of a figure of these rows, of at most 2,000 points: extremes are kept.
 *
 * @throws `NAME_UNKNOWN` for a name that no figure has, `INPUT_INVALID` where columns are missing
 *
 * @example
 * const svg = await svgOf(figureSpec('energy', rows));
 */
export function figureSpec(name: string, rows: readonly Row[]): Spec {
  const figure = figures.get(name);
  if (figure === undefined) {
    throw new CfcError('NAME_UNKNOWN', `no figure "${name}"`, 'figure', suggestion(name, [...figures.keys()]));
  }
  const missing = missingColumns(figure, rows);
  if (missing.length > 0) {
    const what = `the table has no numbers in the ${missing.length === 1 ? 'column' : 'columns'} ${missing.join(', ')}`;
    throw new CfcError('INPUT_INVALID', what, `figure ${name}`, `Record them by ${figure.recordedBy}.`);
  }
  return figure.spec(rows);
}
