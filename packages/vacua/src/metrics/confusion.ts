/** The class of the largest probability; among equals the first. */
export function decided(probabilities: readonly number[]): number {
  let best = 0;
  for (let c = 1; c < probabilities.length; c++) if (probabilities[c]! > probabilities[best]!) best = c;
  return best;
}

/** How often a class (row) was taken for a class (column). */
export function confusion(predicted: readonly number[], labels: readonly number[], classes: number): number[][] {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (const [i, label] of labels.entries()) counts[label]![predicted[i]!]!++;
  return counts;
}
