/** Shannon entropy over ln(classes): 0 for a sure prediction, 1 for equal probabilities. */
export function entropyOf(probabilities: readonly number[]): number {
  const sum = probabilities.reduce((total, p) => (p > 0 ? total - p * Math.log(p) : total), 0);
  return sum / Math.log(probabilities.length);
}

/** 1 less the gap of the two largest probabilities: 0 for a sure prediction, 1 for a tie. */
export function marginOf(probabilities: readonly number[]): number {
  let [first, second] = [0, 0];
  for (const p of probabilities) {
    if (p > first) [first, second] = [p, first];
    else if (p > second) second = p;
  }
  return 1 - (first - second);
}
