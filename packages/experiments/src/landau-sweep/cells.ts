import { compile, defineSystem, gradientBelow, landau, projectedNewton, relax } from '@cfc/core';
import type { Scope } from '../experiment.js';
import { orderOf, orderedMinimum, spinodal } from './exact.js';

/** One sweep: of a from one start each time, or of h down and up again, each from where the last relaxation ended. */
export type Cell =
  | { readonly sweep: 'a'; readonly b: number; readonly start: number; readonly parts: number }
  | { readonly sweep: 'h'; readonly a: number; readonly parts: number };

/** One relaxation. */
export type Found = {
  readonly sweep: 'a' | 'h';
  readonly a: number;
  readonly b: number;
  readonly h: number;
  /** The start of a sweep of a; which way h goes. */
  readonly way: string;
  /** Where the relaxation ended. */
  readonly eta: number;
  /** Where it should, by formula. */
  readonly exact: number;
};

/** The start of the plain sweeps: off the saddle at 0. */
export const START = 0.5;
/** From where to where h goes, in units of the spinodal field's size: neither 0 nor the field itself lie on the grid. */
const [ABOVE, BELOW] = [0.51, -1.49];

const plan = { method: projectedNewton(), stop: gradientBelow({ norm: 1e-12 }) };

export function cells(scope: Scope): readonly Cell[] {
  const parts = scope === 'quick' ? 60 : 240;
  return [
    ...[0.5, 1, 2].map((b) => ({ sweep: 'a', b, start: START, parts }) as const),
    ...[0, 1e-6].map((start) => ({ sweep: 'a', b: 1, start, parts }) as const),
    ...[-0.5, -1, -1.5].map((a) => ({ sweep: 'h', a, parts }) as const),
  ];
}

export function measure(cell: Cell): readonly Found[] {
  return cell.sweep === 'a' ? sweepOfA(cell) : sweepOfH(cell);
}

function settled(a: number, b: number, h: number, start: number): number {
  const system = compile(defineSystem({ modules: { order: landau({ a, b, h }) } }));
  return relax(system, [start], plan).vector[0]!;
}

function sweepOfA({ b, start, parts }: Extract<Cell, { sweep: 'a' }>): readonly Found[] {
  return Array.from({ length: parts + 1 }, (_, k) => {
    const a = -2.5 + (3 * k) / parts;
    return { sweep: 'a', a, b, h: 0, way: `from ${start}`, eta: settled(a, b, 0, start), exact: orderOf(a, b) };
  });
}

function sweepOfH({ a, parts }: Extract<Cell, { sweep: 'h' }>): readonly Found[] {
  const b = 1;
  const limit = spinodal(a, b);
  const fields = Array.from({ length: parts + 1 }, (_, k) => -limit * (ABOVE + ((BELOW - ABOVE) * k) / parts));
  let eta = START;
  const step = (way: 'down' | 'up') => (h: number) => {
    eta = settled(a, b, h, eta);
    const ordered = way === 'down' ? h >= limit : h > 0;
    return { sweep: 'h' as const, a, b, h, way, eta, exact: ordered ? orderedMinimum(a, b, h) : 0 };
  };
  return [...fields.map(step('down')), ...[...fields].reverse().map(step('up'))];
}
