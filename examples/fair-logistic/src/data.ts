import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { uniform } from '@cfc/core';

/** Standardised measurements with an intercept first, whether a bird is heavier than the median, and whether it is a male. */
export interface Birds {
  readonly rows: readonly Float64Array[];
  readonly heavy: readonly boolean[];
  readonly male: readonly boolean[];
}

/** Penguins of known sex, from the package `vega-datasets`; a third of them, drawn at random, is apart for testing. */
export function penguins(): { readonly train: Birds; readonly test: Birds } {
  const entry = pathToFileURL(createRequire(import.meta.url).resolve('vega-datasets'));
  const file = readFileSync(new URL('../data/penguins.json', entry), 'utf8');
  const all = JSON.parse(file) as Record<string, unknown>[];
  const known = all.filter(({ Sex }) => Sex === 'MALE' || Sex === 'FEMALE');
  const columns = ['Beak Length (mm)', 'Beak Depth (mm)', 'Flipper Length (mm)'].map((name) =>
    standardised(known.map((bird) => bird[name] as number)),
  );
  const mass = known.map((bird) => bird['Body Mass (g)'] as number);
  const median = [...mass].sort((a, b) => a - b)[mass.length >> 1]!;
  const part = (test: boolean): Birds => {
    const chosen = known.flatMap((_, i) => (uniform(1, 0, i) < 1 / 3 === test ? [i] : []));
    const rows = chosen.map((i) => Float64Array.of(1, ...columns.map((column) => column[i]!)));
    return { rows, heavy: chosen.map((i) => mass[i]! > median), male: chosen.map((i) => known[i]!['Sex'] === 'MALE') };
  };
  return { train: part(false), test: part(true) };
}

function standardised(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => (value - mean) / deviation);
}
