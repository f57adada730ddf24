/** Turns scores into probabilities in place, and returns ln Σ exp of them. */
export function softmax(scores: Float64Array): number {
  let most = -Infinity;
  for (let c = 0; c < scores.length; c++) if (scores[c]! > most) most = scores[c]!;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) sum += scores[c] = Math.exp(scores[c]! - most);
  for (let c = 0; c < scores.length; c++) scores[c]! /= sum;
  return most + Math.log(sum);
}
