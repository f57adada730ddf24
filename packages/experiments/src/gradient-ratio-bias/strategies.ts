import {
  type GradientRecord,
  type RatioGate,
  type RatioName,
  type RatioTelemetry,
  gradientRatioGate,
  mergedSketches,
  quantileOf,
  recordRatios,
  replay,
  thresholdPerBlueprint,
} from '@cfc/modules-gating';

/** The names of the gates that are compared, today's first. */
export const strategies = [
  'sqrtParameters',
  'perParameter',
  'perLayerType',
  'thresholdPerBlueprint',
  'asConfigured',
] as const;

export type Strategy = (typeof strategies)[number];

/**
 * The gates, set up on runs that they are not judged by. Thresholds of different ratios mean different things; to be comparable each
 * is the median of what the runs showed, so that half of them would pass: one for all blueprints, or one for each. `asConfigured` is
 * today's gate with the threshold 0.1 of its program.
 */
export function gatesOf(runs: readonly GradientRecord[]): Readonly<Record<Strategy, RatioGate>> {
  const common = (ratio: RatioName): RatioGate =>
    gradientRatioGate({ ratio, threshold: medianOf(ratioTelemetry(runs, ratio)) });
  const today = ratioTelemetry(runs, 'sqrtParameters');
  return {
    sqrtParameters: common('sqrtParameters'),
    perParameter: common('perParameter'),
    perLayerType: common('perLayerType'),
    thresholdPerBlueprint: gradientRatioGate({ thresholds: thresholdPerBlueprint(today, { least: 1 }) }),
    asConfigured: gradientRatioGate(),
  };
}

/** The ratios at the end of every run, by blueprint. */
const ratioTelemetry = (runs: readonly GradientRecord[], ratio: RatioName): RatioTelemetry =>
  recordRatios(
    {},
    replay(runs, gradientRatioGate({ ratio })).map(({ decision }) => decision),
  );

const medianOf = (telemetry: RatioTelemetry): number =>
  quantileOf(
    Object.values(telemetry)
      .map(({ ratios }) => ratios)
      .reduce(mergedSketches),
    0.5,
  );
