import { CfcError, describe, fill, suggestion } from '@cfc/core';
import type { Plain, Rule } from '../contract.js';
import type { Sense } from '../engine/sense.js';
import { ascent } from './ascent.js';
import { nupi } from './nupi.js';
import { nupiFields, pidFields } from './options.js';
import { pid } from './pid.js';
import { nameOf } from '../name-of.js';

/** Where a controller acts. */
interface Place {
  readonly sense: Sense;
  readonly max: number;
  readonly initial: number;
}

/** A controller that was checked and can be made. */
export interface Controller {
  readonly type: 'ascent' | 'nupi' | 'pid';
  make(place: Place, state?: Plain): Rule;
  /** Permanent error that a leak ρ leaves at the multiplier λ and the rate η. */
  leakBias(rho: number, multiplier: number, rate: number): number;
}

const plain: Controller = {
  type: 'ascent',
  make: () => ascent,
  leakBias: (rho, multiplier, rate) => (rho * multiplier) / rate,
};

/**
 * Checks the options of a controller.
 *
 * @throws `NAME_UNKNOWN` for another type; `OPTION_UNKNOWN` or `OPTION_INVALID` as `fill`; `OPTION_INVALID` for Adam
 */
export function createController(given: unknown, where: string): Controller {
  if (given === undefined) return plain;
  const { type, ...rest } = (typeof given === 'object' && given !== null ? given : { type: given }) as Record<
    string,
    unknown
  >;
  if (type === 'ascent') {
    fill({}, rest, where);
    return plain;
  }
  if (type === 'nupi') {
    const options = fill(nupiFields, rest, where);
    return {
      type,
      make: (_, state) => nupi(options, state),
      leakBias: (rho, multiplier, rate) => (options.ki > 0 ? (rho * multiplier) / (rate * options.ki) : 0),
    };
  }
  if (type === 'pid') {
    const options = fill(pidFields, rest, where);
    return {
      type,
      make: ({ sense, max, initial }, state) => pid(options, sense, max, initial, state),
      // At rest P = e and D = 0: λ = η K_p e + I and ρ I = η K_i e.
      leakBias: (rho, multiplier, rate) =>
        options.ki > 0 ? (rho * multiplier) / (rate * (options.ki + rho * options.kp)) : 0,
    };
  }
  if (typeof type === 'string' && type.toLowerCase() === 'adam') {
    const what = 'Adam makes steps of one length whatever the violation is, so the multiplier never settles';
    throw new CfcError('OPTION_INVALID', what, where, 'Take ascent or nupi.');
  }
  const fix = suggestion(nameOf(type), ['ascent', 'nupi', 'pid']);
  throw new CfcError('NAME_UNKNOWN', `no controller ${describe(type)}`, where, fix);
}
