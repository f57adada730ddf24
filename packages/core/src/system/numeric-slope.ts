import type { CouplingFamily, ModuleFamily } from '../contract/energy.js';
import type { Fields } from '../options/field.js';
import { derivative } from '../numeric/difference.js';

/**
 * Adds a slope by differences to a family that has none: the visible way to do without a derivative.
 * Accurate to about 1e-9 relative, and several times as slow. Spread it into a definition:
 *
 * @example
 * defineModule({ name: 'MyModule', meaning: '...', options, eta, ...numericSlope({ energy }) })
 */
export function numericSlope<F extends Fields>(
  family: Pick<ModuleFamily<F>, 'energy'>,
): Pick<ModuleFamily<F>, 'energy' | 'slope'> {
  return {
    energy: family.energy,
    slope: (eta, options, signals) => derivative((x) => family.energy(x, options, signals), eta),
  };
}

/** The same for a coupling. */
export function numericSlopes<F extends Fields>(
  family: Pick<CouplingFamily<F>, 'energy'>,
): Pick<CouplingFamily<F>, 'energy' | 'slopes'> {
  return {
    energy: family.energy,
    slopes(a, b, options, signals, out) {
      out[0] = derivative((x) => family.energy(x, b, options, signals), a);
      out[1] = derivative((x) => family.energy(a, x, options, signals), b);
    },
  };
}
