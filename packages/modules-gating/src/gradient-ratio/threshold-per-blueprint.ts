import { CfcError, describe } from '@cfc/core';
import { quantileOf } from './quantile-sketch.js';
import type { RatioTelemetry } from './ratio-telemetry.js';

/** How thresholds are read off telemetry. */
export interface ThresholdOptions {
  /** Share of decisions of each blueprint that is to pass, in (0, 1); 0.5 by default. */
  readonly pass?: number;
  /** Decisions with a ratio below which a blueprint gets no threshold of its own, >= 1; 30 by default. */
  readonly least?: number;
}

/**
 * Thresholds for the option `thresholds` of a gate: of each blueprint the quantile at 1 - `pass` of the ratios that it showed,
 * to the accuracy of its sketch. A blueprint seen fewer than `least` times has none: the gate's common threshold holds.
 *
 * Blueprints then pass equally often by construction, equally useful or not.
 * @throws `OPTION_INVALID` for a share or a number out of range
 * Source: ticket B3-DRL-14, its third recommended fix.
 */
export function thresholdPerBlueprint(
  telemetry: RatioTelemetry,
  { pass = 0.5, least = 30 }: ThresholdOptions = {},
): Readonly<Record<string, number>> {
  if (!(pass > 0 && pass < 1)) refuse('pass', pass, 'Give a number in (0, 1).');
  if (!(least >= 1)) refuse('least', least, 'Give a number >= 1.');
  const known = Object.entries(telemetry).filter(([, { ratios }]) => ratios.count >= least);
  return Object.fromEntries(known.map(([blueprint, { ratios }]) => [blueprint, quantileOf(ratios, 1 - pass)]));
}

function refuse(option: string, value: unknown, fix: string): never {
  throw new CfcError('OPTION_INVALID', `is ${describe(value)}`, `thresholdPerBlueprint.${option}`, fix);
}
