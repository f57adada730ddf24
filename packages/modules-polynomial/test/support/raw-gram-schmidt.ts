/**
 * What the prototype did for its chaos: Gram and Schmidt on the coefficients of monomials. Returns the largest entry of |G - I|
 * of what comes out.
 */
export function rawGramSchmidtError(samples: readonly number[], degree: number): number {
  const value = (row: readonly number[], xi: number): number => row.reduceRight((sum, entry) => sum * xi + entry, 0);
  const product = (a: readonly number[], b: readonly number[]): number =>
    samples.reduce((sum, xi) => sum + value(a, xi) * value(b, xi), 0) / samples.length;
  const rows: number[][] = [];
  for (let k = 0; k <= degree; k++) {
    const power = Array.from({ length: degree + 1 }, (_, j) => (j === k ? 1 : 0));
    const rest = rows.reduce<number[]>((left, row) => {
      const part = product(power, row);
      return left.map((entry, j) => entry - part * row[j]!);
    }, power);
    const size = Math.sqrt(product(rest, rest));
    rows.push(rest.map((entry) => entry / size));
  }
  return Math.max(...rows.flatMap((a, j) => rows.map((b, k) => Math.abs(product(a, b) - (j === k ? 1 : 0)))));
}
