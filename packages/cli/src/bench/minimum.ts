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

const plan = {
  method: descent({ search: fixedStep({ step: 1 }), transforms: [precondition()] }),
  stop: anyOf({ of: [gradientBelow({ norm: 1e-12 }), maxSteps({ steps: 100_000 })] }),
};

/** The least unit-weight energy, solved for from `eta0` until the projected gradient is at most 1e-12. */
export function minimum(system: CompiledSystem, eta0: Vector): number {
  const { outcome, reason, unitEnergy } = relax(system, eta0, plan);
  if (outcome === 'converged') return unitEnergy;
  throw new Error(`no minimum was found: ${reason}`);
}
