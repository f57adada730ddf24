import {
  anyOf,
  type CompiledSystem,
  descent,
  fixedStep,
  gradientBelow,
  maxSteps,
  precondition,
  relax,
  type Vector,
} from '@cfc/core';

const plan = (steps: number) => ({
  method: descent({ search: fixedStep({ step: 1 }), transforms: [precondition()] }),
  stop: anyOf({ of: [gradientBelow({ norm: 1e-12 }), maxSteps({ steps })] }),
});

/** The least unit-weight energy, solved for from `eta0` until the projected gradient is at most 1e-12. */
export function minimum(system: CompiledSystem, eta0: Vector): number {
  const { outcome, reason, unitEnergy } = relax(system, eta0, plan(100_000));
  if (outcome === 'converged') return unitEnergy;
  throw new Error(`no minimum was found: ${reason}`);
}

/** The same in at most `steps` steps; null where they do not get there. */
export function minimumWithin(system: CompiledSystem, eta0: Vector, steps: number): number | null {
  const { outcome, unitEnergy } = relax(system, eta0, plan(steps));
  return outcome === 'converged' ? unitEnergy : null;
}
