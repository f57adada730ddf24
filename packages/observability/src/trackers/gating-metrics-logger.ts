import type { Row, RowSink } from '../table/row.js';

/** The numbers of `gatingMetrics` of @cfc/modules-gating, or of any other source. */
export interface GatingNumbers {
  readonly hazardMean: number;
  readonly muHat: number;
  readonly goodBadRatio: number;
  readonly opened: number;
  readonly decided: number;
}

/**
 * Turns metrics of gates into rows, one a call: whether openings are rare and worth it. A third argument holds further
 * columns of the row, for example `{ redemption: 0.2 }`.
 *
 * @example
 * const log = gatingMetricsLogger(writer);
 * log(step, gatingMetrics(decisions));
 */
export function gatingMetricsLogger(sink: RowSink): (step: number, metrics: GatingNumbers, more?: Row) => void {
  return (step, { hazardMean, muHat, goodBadRatio, opened, decided }, more = {}) =>
    sink({
      step,
      hazard_mean: hazardMean,
      mu_hat: muHat,
      good_bad_ratio: goodBadRatio,
      gates_opened: opened,
      gates_decided: decided,
      ...more,
    });
}
