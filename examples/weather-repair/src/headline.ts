import type { Summary } from './compare.js';

/** The result in one sentence. */
export function headline({ ours, filter, ratio }: Summary, seeds: number): string {
  const mean = seeds === 1 ? 'one seed' : `mean of ${seeds} seeds`;
  const error = `${ours.rmse.toFixed(1)} °C of error on faulted days against ${filter.rmse.toFixed(1)} °C`;
  return (
    `${error} of a Hampel filter (${ratio.toFixed(2)} of it; ${ours.before.toFixed(1)} °C untreated), ` +
    `F1 of the distrusted days ${ours.f1.toFixed(2)} against ${filter.f1.toFixed(2)} (${mean}).`
  );
}
