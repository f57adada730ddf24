/** Rank correlation in [-1, 1], ties at their middle rank; 0 where one side does not vary. Source: C. Spearman, Am. J. Psychol. 15 (1904) 72. */
export function spearman(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [centredRanks(a), centredRanks(b)];
  const product = (p: readonly number[], q: readonly number[]): number => p.reduce((sum, pi, i) => sum + pi * q[i]!, 0);
  const scale = Math.sqrt(product(x, x) * product(y, y));
  return scale === 0 ? 0 : Math.min(1, Math.max(-1, product(x, y) / scale));
}

/** Ranks less their mean. */
function centredRanks(values: readonly number[]): readonly number[] {
  const order = values.map((_, i) => i).sort((i, j) => values[i]! - values[j]!);
  const ranks = new Array<number>(values.length);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let k = start; k < end; k++) ranks[order[k]!] = (start + end - values.length) / 2;
    start = end;
  }
  return ranks;
}
