import { CfcError, type Term, type WeightAdapter, choice, defineAdapter, number, numbers, suggestion } from '@cfc/core';
import type { ConstraintOptions, DualConfig, DualState } from './contract.js';
import { createDual } from './engine/create-dual.js';
import { isAtCap } from './trace/rows.js';

/**
 * Terms as constraints: least energy of all other terms, with each term of `targets` at most at its target.
 *
 * The multiplier of such a term is its λ, updated by `createDual` before the first step and after each accepted one from the
 * term's energy under its base weight; all other multipliers are 1. Facts: `infeasibility`, `complementarity`. Warns where
 * λ is at its cap.
 *
 * Options: `targets` by term key, at least one; `rate` > 0 (0.1); `max` > 0 (1e6); `initial` >= 0 (0); `controller` ascent or
 * nupi (nupi); `penalty` >= 0 (0), the c of an augmented Lagrangian, whose weight is [λ + c v]₊ with λ from before its update; `deadzone` >= 0 (0).
 * A run throws `NAME_UNKNOWN` for a target of no term. Needs no capability.
 *
 * @example
 * relax(system, start, { ...plan, adapter: asAdapter({ targets: { 'coup:QuadraticCoupling': 0.1 } }) });
 */
export const asAdapter = defineAdapter({
  name: 'Dual',
  meaning: 'holds the energies of terms at or below targets, by Lagrange multipliers',
  options: {
    targets: numbers('largest energy of a term under its base weight, by term key'),
    rate: number(0.1, 'rate of the multipliers', { above: 0 }),
    max: number(1e6, 'largest multiplier', { above: 0 }),
    initial: number(0, 'multiplier before the first step', { min: 0 }),
    controller: choice('nupi', ['nupi', 'ascent'], 'how a multiplier answers to a violation'),
    penalty: number(0, 'coefficient of an augmented Lagrangian; 0: plain Lagrangian', { min: 0 }),
    deadzone: number(0, 'violation below which a multiplier stays', { min: 0 }),
  },
  make: ({ targets, controller, penalty, ...shared }): WeightAdapter<DualState | null, 'termEnergies'> => {
    const keys = Object.keys(targets);
    if (keys.length === 0) {
      const fix = "Give an energy for a term at least, such as { 'coup:QuadraticCoupling': 0.1 }.";
      throw new CfcError('OPTION_INVALID', 'there is no target', 'Dual.targets', fix);
    }
    const constraint = (target: number): ConstraintOptions => ({
      ...shared,
      target,
      controller: { type: controller },
      ...(penalty > 0 ? { penalty } : {}),
    });
    const config: DualConfig = {
      constraints: Object.fromEntries(Object.entries(targets).map(([key, target]) => [key, constraint(target)])),
      // [λ + c v]₊ is of the multiplier before the step; after it λ holds η v already.
      ...(penalty > 0 ? { order: 'simultaneous' } : {}),
    };
    createDual(config);
    return {
      needs: ['termEnergies'],
      atStart: true,
      init(terms) {
        keys.forEach((key) => checkTerm(key, terms));
        return null;
      },
      adapt({ terms, termEnergies }, state) {
        const dual = createDual(config, state ?? undefined);
        const values = Object.fromEntries(
          terms.flatMap(({ key }, t) => (key in targets ? [[key, termEnergies[t]!]] : [])),
        );
        const { constraints, infeasibility, complementarity } = dual.step({ values });
        return {
          multipliers: Float64Array.from(terms, ({ key }) => constraints[key]?.weight ?? 1),
          state: dual.state(),
          facts: { infeasibility, complementarity },
          warnings: keys
            .filter((key) => isAtCap(constraints[key]!.multiplier, shared.max))
            .map((key) => `the multiplier of ${key} is at its cap of ${shared.max}: its target may be out of reach`),
        };
      },
    };
  },
});

function checkTerm(key: string, terms: readonly Term[]): void {
  const known = terms.map((term) => term.key);
  if (known.includes(key)) return;
  throw new CfcError('NAME_UNKNOWN', `no term "${key}"`, 'Dual.targets', suggestion(key, known));
}
