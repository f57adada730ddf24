import { CfcError, type Options, describe, fill, integer, neededNumber, number, suggestion } from '@cfc/core';
import { nameOf } from '../name-of.js';

const constantFields = { c: neededNumber('penalty coefficient', { min: 0 }) };

const geometricFields = {
  c: neededNumber('first penalty coefficient', { above: 0 }),
  factor: number(2, 'growth', { min: 1 }),
  every: integer(100, 'steps from one growth to the next', { min: 1 }),
  max: number(1e6, 'largest coefficient', { above: 0 }),
};
export type GeometricSettings = Options<typeof geometricFields>;

const adaptiveFields = {
  ...geometricFields,
  shrink: number(0.5, 'the violation has to fall to this share in a period, or c grows', { above: 0, below: 1 }),
  tolerance: number(1e-6, 'violation below which c stays', { min: 0 }),
};
export type AdaptiveSettings = Options<typeof adaptiveFields>;

/** A penalty schedule that was checked. */
export type PenaltySettings =
  | { readonly type: 'constant'; readonly c: number }
  | ({ readonly type: 'geometric' } & GeometricSettings)
  | ({ readonly type: 'adaptive' } & AdaptiveSettings);

/** @throws `NAME_UNKNOWN` for another schedule; else as `fill` */
export function penaltySettings(given: unknown, where: string): PenaltySettings {
  if (typeof given !== 'object' || given === null)
    return { type: 'constant', ...fill(constantFields, { c: given }, where) };
  const { type, ...rest } = given as Record<string, unknown>;
  if (type === 'constant') return { type, ...fill(constantFields, rest, where) };
  if (type === 'geometric') return { type, ...fill(geometricFields, rest, where) };
  if (type === 'adaptive') return { type, ...fill(adaptiveFields, rest, where) };
  const fix = suggestion(nameOf(type), ['constant', 'geometric', 'adaptive']);
  throw new CfcError('NAME_UNKNOWN', `no penalty schedule ${describe(type)}`, where, fix);
}
