import { by } from './by.js';
import { isMeasured } from './gradient-ratio.js';
import { type QuantileSketch, mergedSketches, quantileOf, quantileSketch, sketched } from './quantile-sketch.js';
import type { RatioDecision } from './ratio-gate.js';

/** What was seen of one blueprint. */
export interface BlueprintTelemetry {
  /** The distribution of what was compared with the threshold: the averages of decisions that had a ratio. */
  readonly ratios: QuantileSketch;
  /** Decisions without a ratio. */
  readonly unmeasured: number;
  /** Decisions that let the seed pass. */
  readonly passed: number;
}

/** What was seen, by blueprint. Plain data: survives JSON, begins as {}. */
export type RatioTelemetry = Readonly<Record<string, BlueprintTelemetry>>;

/**
 * Telemetry with more decisions in it.
 *
 * @param accuracy relative error of the quantiles, in (0, 1); 0.01 by default, the same for all calls
 */
export function recordRatios(
  telemetry: RatioTelemetry,
  decisions: Iterable<RatioDecision>,
  accuracy = 0.01,
): RatioTelemetry {
  const groups = by([...decisions], ({ blueprint }) => blueprint);
  return mergeTelemetry(telemetry, Object.fromEntries(groups.map((own) => [own[0]!.blueprint, seen(own, accuracy)])));
}

function seen(decisions: readonly RatioDecision[], accuracy: number): BlueprintTelemetry {
  const measured = decisions.filter(({ status }) => isMeasured(status));
  return {
    ratios: sketched(
      quantileSketch(accuracy),
      measured.map(({ average }) => average),
    ),
    unmeasured: decisions.length - measured.length,
    passed: decisions.filter(({ pass }) => pass).length,
  };
}

/** What was seen in both: exactly what one telemetry of all decisions holds. Throws `INPUT_INVALID` where accuracies differ. */
export function mergeTelemetry(a: RatioTelemetry, b: RatioTelemetry): RatioTelemetry {
  const merged = new Map(Object.entries(a));
  for (const [blueprint, more] of Object.entries(b)) {
    const one = merged.get(blueprint);
    merged.set(blueprint, one === undefined ? more : mergedPair(one, more));
  }
  return Object.fromEntries(merged);
}

const mergedPair = (a: BlueprintTelemetry, b: BlueprintTelemetry): BlueprintTelemetry => ({
  ratios: mergedSketches(a.ratios, b.ratios),
  unmeasured: a.unmeasured + b.unmeasured,
  passed: a.passed + b.passed,
});

/**
 * One row of numbers for a log or a CSV file: of every blueprint the columns `gradient_ratio:<blueprint>:p50` and so on for
 * every quantile, `:count` (decisions with a ratio), `:unmeasured` and `:passed`. A quantile of no ratios is 0.
 *
 * @param quantiles in [0, 1]; 5%, 50% and 95% by default
 */
export function telemetryRow(
  telemetry: RatioTelemetry,
  quantiles: readonly number[] = [0.05, 0.5, 0.95],
): Readonly<Record<string, number>> {
  const columns = Object.entries(telemetry).flatMap(([blueprint, { ratios, unmeasured, passed }]) => {
    const values: readonly (readonly [string, number])[] = [
      ...quantiles.map((q) => [`p${Number((100 * q).toPrecision(6))}`, quantileOf(ratios, q)] as const),
      ['count', ratios.count],
      ['unmeasured', unmeasured],
      ['passed', passed],
    ];
    return values.map(([name, value]) => [`gradient_ratio:${blueprint}:${name}`, value] as const);
  });
  return Object.fromEntries(columns);
}
