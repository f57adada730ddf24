import { type ModuleColumns, defineModule, integer, moduleColumns, number } from '@cfc/core';
import type { Part } from './part.js';

/** For each order parameter the sum of its quartics a x² + b x⁴ - h x, and what is no quartic. */
export interface Gathered {
  readonly h: Float64Array;
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly parts: readonly (readonly Part[])[];
}

const name = 'GatheredModule';
const options = {
  h: number(0, 'field'),
  a: number(0, 'quadratic coefficient'),
  b: number(0, 'quartic coefficient'),
};
const family = {
  eta: (input: number): number => input,
  energy: (x: number, { h, a, b }: Quartic): number => x * (x * (a + b * x * x) - h),
  slope: (x: number, { h, a, b }: Quartic): number => x * (2 * a + 4 * b * x * x) - h,
  curvature: (x: number, { a, b }: Quartic): number => 2 * a + 12 * b * x * x,
  bend: (_x: number, { a, b }: Quartic): number => Math.max(Math.abs(2 * a), Math.abs(2 * a + 12 * b)),
  difference: (from: number, to: number, { h, a, b }: Quartic): number =>
    (to - from) * ((to + from) * (a + b * (to * to + from * from)) - h),
};
interface Quartic {
  readonly h: number;
  readonly a: number;
  readonly b: number;
}

const quartics = defineModule({
  name,
  meaning: 'a sum of quartics',
  options,
  ...family,
  fold: ({ h, a, b }) => ({ h, a, b }),
});

/** One module for each order parameter: in the engine's loops where all is quartic, else with the parts' own functions. */
export function gatheredModules({ h, a, b, parts }: Gathered): ModuleColumns {
  const count = h.length;
  const given = { count, prefix: 'v', with: { h, a, b } };
  if (parts.every((some) => some.length === 0)) return moduleColumns(quartics, given);
  const all = parts.flat();
  const sum = (row: number, of: (part: Part) => number): number => {
    let total = 0;
    for (const part of parts[row]!) total += of(part);
    return total;
  };
  const sums = defineModule({
    name,
    meaning: 'a sum of quartics and other energies',
    options: { ...options, row: integer(0, 'which module it is', { min: 0 }) },
    eta: family.eta,
    energy: (x, given) => family.energy(x, given) + sum(given.row, (part) => part.energy(x)),
    slope: (x, given) => family.slope(x, given) + sum(given.row, (part) => part.slope(x)),
    difference: (from, to, given) =>
      family.difference(from, to, given) + sum(given.row, (part) => part.difference(from, to)),
    ...(all.every(({ curvature }) => curvature !== null) && {
      curvature: (x: number, given: Quartic & { readonly row: number }) =>
        family.curvature(x, given) + sum(given.row, (part) => part.curvature!(x)),
    }),
    ...(all.every(({ bend }) => bend !== null) && {
      bend: (x: number, given: Quartic & { readonly row: number }) =>
        family.bend(x, given) + sum(given.row, (part) => part.bend!(x)),
    }),
  });
  return moduleColumns(sums, {
    ...given,
    with: { ...given.with, row: Float64Array.from({ length: count }, (_, i) => i) },
  });
}
