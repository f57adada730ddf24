import { Warn, logger, parse } from 'vega';
import { type TopLevelSpec, compile } from 'vega-lite';
import { expect } from 'vitest';
import { type Conclusion, type Row, experiments } from '../src/index.js';

/** All quick cells of an experiment, measured, and what they say. */
export function quick<R extends Row>(name: string): { readonly rows: readonly R[]; readonly conclusion: Conclusion } {
  const experiment = experiments.get(name)!;
  const rows = experiment.cells('quick').flatMap((cell) => experiment.measure(cell));
  return { rows: rows as readonly unknown[] as readonly R[], conclusion: experiment.conclude(rows) };
}

/** The verdicts in the order of the claims. */
export const verdicts = ({ claims }: Conclusion): readonly string[] => claims.map(({ verdict }) => verdict);

/** A conclusion whose table is whole, and whose figure Vega-Lite compiles without a warning. */
export function expectWhole({ claims, table, figure }: Conclusion): void {
  expect(claims.length).toBeGreaterThan(0);
  for (const { expected, seen } of claims) {
    expect(expected).toMatch(/\.$|\)$/);
    expect(seen).not.toMatch(/NaN|undefined|null|Infinity/);
  }
  for (const row of table.rows) expect(row).toHaveLength(table.headings.length);
  expect(table.rows.flat().join()).not.toMatch(/NaN|undefined|null|Infinity/);
  const warnings: unknown[] = [];
  const silent = logger(Warn);
  silent.warn = (...given: readonly unknown[]) => (warnings.push(given), silent);
  expect(parse(compile(figure as unknown as TopLevelSpec, { logger: silent }).spec)).toBeDefined();
  expect(warnings).toEqual([]);
}
