/** Most rows of a list that people are shown. */
const MOST = 20;

/** Aligned columns under their headings: texts to the left, numbers (all columns of `right`) to the right. */
export function table(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[],
): string {
  const widths = headings.map((heading, c) => Math.max(heading.length, ...rows.map((row) => row[c]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, c) => (right.includes(c) ? cell.padStart(widths[c]!) : cell.padEnd(widths[c]!)))
      .join('  ')
      .trimEnd();
  return [headings, ...rows].map(line).join('\n');
}

/** The first rows, and "…" where there are more than people want to see. */
export function firstRows(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.length <= MOST ? rows : [...rows.slice(0, MOST), ['…']];
}
