import type { Row } from '../table/row.js';

/** The names of all columns of a table, in order of appearance. */
function namesOf(rows: readonly Row[]): readonly string[] {
  const names = new Set<string>();
  for (const row of rows) for (const name in row) names.add(name);
  return [...names];
}

/** The columns of a table that fit a pattern, and hold a number somewhere. */
export function fitting(rows: readonly Row[], pattern: string): readonly string[] {
  const fits = (name: string): boolean =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
  return namesOf(rows).filter((name) => fits(name) && rows.some((row) => Number.isFinite(row[name])));
}
