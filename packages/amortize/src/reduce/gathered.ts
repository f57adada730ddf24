import { type ModuleColumns, type Quartic, defineModule, integer, moduleColumns, number } from '@cfc/core';
import { type Hinges, hingeBend, hingeCurvature, hingeDifference, hingeEnergy, hingeSlope } from './hinges.js';
import type { Part } from './part.js';

/** For each order parameter the sum of its quartics a x² + b x⁴ - h x, its hinges, and what is neither. */
export interface Gathered {
  readonly h: Float64Array;
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly hinges: Hinges;
  readonly parts: readonly (readonly Part[])[];
}

const name = 'GatheredModule';
const options = {
  h: number(0, 'field'),
  a: number(0, 'quadratic coefficient'),
  b: number(0, 'quartic coefficient'),
};
const quartic = {
  eta: (input: number): number => input,
  energy: (x: number, { h, a, b }: Quartic): number => x * (x * (a + b * x * x) - h),
  slope: (x: number, { h, a, b }: Quartic): number => x * (2 * a + 4 * b * x * x) - h,
  curvature: (x: number, { a, b }: Quartic): number => 2 * a + 12 * b * x * x,
  bend: (_x: number, { a, b }: Quartic): number => Math.max(Math.abs(2 * a), Math.abs(2 * a + 12 * b)),
  difference: (from: number, to: number, { h, a, b }: Quartic): number =>
    (to - from) * ((to + from) * (a + b * (to * to + from * from)) - h),
};

const quartics = defineModule({
  name,
  meaning: 'a sum of quartics',
  options,
  ...quartic,
  fold: ({ h, a, b }) => ({ h, a, b }),
});

/** One module for each order parameter: in the engine's loops where all is quartic, else row by row. */
export function gatheredModules({ h, a, b, hinges, parts }: Gathered): ModuleColumns {
  const count = h.length;
  const columns = { h, a, b };
  if (hinges.w.length === 0 && parts.every((some) => some.length === 0)) {
    return moduleColumns(quartics, { count, prefix: 'v', with: columns });
  }
  const row = Float64Array.from({ length: count }, (_, i) => i);
  return moduleColumns(sums(hinges, parts), { count, prefix: 'v', with: { ...columns, row } });
}

type Row = Quartic & { readonly row: number };

/** A family whose instances know their row, and there hinges and parts besides the quartic. */
function sums(hinges: Hinges, parts: readonly (readonly Part[])[]) {
  const all = parts.flat();
  const others = (row: number, of: (part: Part) => number): number => {
    let total = 0;
    for (const part of parts[row]!) total += of(part);
    return total;
  };
  return defineModule({
    name,
    meaning: 'a sum of quartics, hinges and other energies',
    options: { ...options, row: integer(0, 'which module it is', { min: 0 }) },
    eta: quartic.eta,
    energy: (x, own) =>
      quartic.energy(x, own) + hingeEnergy(hinges, own.row, x) + others(own.row, (part) => part.energy(x)),
    slope: (x, own) =>
      quartic.slope(x, own) + hingeSlope(hinges, own.row, x) + others(own.row, (part) => part.slope(x)),
    difference: (from, to, own) =>
      quartic.difference(from, to, own) +
      hingeDifference(hinges, own.row, from, to) +
      others(own.row, (part) => part.difference(from, to)),
    ...(all.every(({ curvature }) => curvature !== null) && {
      curvature: (x: number, own: Row) =>
        quartic.curvature(x, own) + hingeCurvature(hinges, own.row, x) + others(own.row, (part) => part.curvature!(x)),
    }),
    ...(all.every(({ bend }) => bend !== null) && {
      bend: (x: number, own: Row) =>
        quartic.bend(x, own) + hingeBend(hinges, own.row) + others(own.row, (part) => part.bend!(x)),
    }),
  });
}
