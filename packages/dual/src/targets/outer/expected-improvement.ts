/**
 * How far below `best` a normal value is expected to come: (best - m) Φ(z) + s φ(z) with z = (best - m) / s.
 *
 * Source: Jones, Schonlau and Welch, Journal of Global Optimization 13 (1998) 455.
 */
export function expectedImprovement(best: number, mean: number, deviation: number): number {
  if (!(deviation > 0)) return Math.max(0, best - mean);
  const z = (best - mean) / deviation;
  return (best - mean) * normalBelow(z) + (deviation * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

/** Φ(z), to 7.5e-8 (Abramowitz and Stegun, 26.2.17). */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z >= 0 ? 1 - tail : tail;
}
