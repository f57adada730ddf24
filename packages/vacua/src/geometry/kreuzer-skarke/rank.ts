/** Rank of a matrix of whole numbers, without fractions (Bareiss). */
export function rank(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => row.map(BigInt));
  let found = 0;
  let before = 1n;
  for (let column = 0; column < (rows[0]?.length ?? 0) && found < rows.length; column++) {
    const at = rows.findIndex((row, k) => k >= found && row[column] !== 0n);
    if (at < 0) continue;
    [rows[found], rows[at]] = [rows[at]!, rows[found]!];
    const pivot = rows[found]!;
    for (const row of rows.slice(found + 1)) {
      const head = row[column]!;
      for (let j = column; j < row.length; j++) row[j] = (pivot[column]! * row[j]! - head * pivot[j]!) / before;
    }
    before = pivot[column]!;
    found++;
  }
  return found;
}
