import type { Vector } from '../../contract/energy.js';
import type { Method, Step, Task } from '../../contract/pieces.js';
import type { CouplingGroup } from '../../contract/system.js';
import { defineMethod } from '../../contract/definition.js';
import { gapOf } from '../../couplings/gap-of.js';
import { number } from '../../options/field.js';
import { clip } from '../../numeric/vector.js';
import { localSlope } from '../../system/local-slope.js';
import { proxOf } from './prox-of.js';

interface State {
  /** Scaled dual variable u of every coupling that is a squared gap, in the order of definition; null to restart. */
  readonly dual: Vector | null;
  /** Whether the last step was the first after a restart. */
  readonly restarted: boolean;
}

/**
 * Alternating direction method of multipliers. Every squared gap g = βb - αa gets a copy s of its own:
 *
 *   s ← v / (1 + 2w / ρ) with v = g - u; for hinges only where v > 0, else v
 *   η ← clip(η - step (∇local + ρ Σ (s - g + u) ∂(-g)/∂η + ∇others))
 *   u ← u + s - g
 *
 * Couplings that are no squared gap but have a proximal operator (gates) take a proximal step, of which
 * the share `damping` is kept; below 1 they pull with that share of their force only, and the run ends
 * beside the minimum. All others enter by their gradient. After a refused step u restarts at -2w g / ρ, where
 * s = g and the step on η is one of plain descent. Facts: `primalResidual` = √ Σ (s - g)².
 * Sources: S. Boyd et al., Found. Trends Mach. Learn. 3 (2011) 1; the Complexity from Constraints prototype.
 */
export const admm = defineMethod({
  name: 'Admm',
  meaning: 'alternating direction method of multipliers on the squared gaps',
  options: {
    rho: number(1, 'penalty of a copy that differs from its gap', { above: 0 }),
    step: number(0.05, 'length of the gradient step on η', { above: 0 }),
    damping: number(1, 'share of the proximal step on gates that is kept', { min: 0, max: 1 }),
  },
  make: ({ rho, step, damping }): Method<State> => ({
    init: ({ system }) => ({ dual: new Float64Array(system.sequence.length), restarted: false }),
    step(task, from, state): Step<State> {
      const { system, env } = task;
      const before = state.dual ?? consistentDual(task, from.eta, rho);
      const copies = new Float64Array(system.sequence.length);
      const gradient = Float64Array.from(from.eta, (x, i) => localSlope(system, i, x, env));
      eachCoupling(task, (c, group, k, weight) => {
        const [i, j] = [group.a[k]!, group.b[k]!];
        if (group.family.gap === undefined) {
          if (group.family.prox === undefined) addSlopes(task, group, k, weight, from.eta, gradient);
          return;
        }
        const gap = gapOf(group.family.gap, group.at(k));
        const g = gap.beta * from.eta[j]! - gap.alpha * from.eta[i]!;
        const v = g - before[c]!;
        copies[c] = gap.oneSided && v <= 0 ? v : (rho * v) / (rho + 2 * gap.weight * weight);
        const residual = copies[c] - g + before[c]!;
        gradient[i] = gradient[i]! + rho * residual * gap.alpha;
        gradient[j] = gradient[j]! - rho * residual * gap.beta;
      });
      const eta = Float64Array.from(from.eta, (x, i) => clip(x - step * gradient[i]!));
      blendGates(task, eta, step, damping);
      const { dual, primalResidual } = dualUpdate(task, eta, copies, before);
      return { to: task.point(eta), state: { dual, restarted: state.dual === null }, facts: { primalResidual } };
    },
    refused: (state) => (state.restarted ? null : { dual: null, restarted: false }),
  }),
});

/** u = -2w g / ρ: with it every copy equals its gap. */
function consistentDual(task: Task, eta: Vector, rho: number): Vector {
  const dual = new Float64Array(task.system.sequence.length);
  eachCoupling(task, (c, { family, a, b, at }, k, weight) => {
    if (family.gap === undefined) return;
    const gap = gapOf(family.gap, at(k));
    const g = gap.beta * eta[b[k]!]! - gap.alpha * eta[a[k]!]!;
    dual[c] = (-2 * gap.weight * weight * (gap.oneSided ? Math.max(0, g) : g)) / rho;
  });
  return dual;
}

function eachCoupling(
  { system, env }: Task,
  visit: (c: number, group: CouplingGroup, k: number, weight: number) => void,
): void {
  const { couplings, sequence } = system;
  for (let c = 0; c < sequence.length; c++) {
    const group = couplings[sequence.group[c]!]!;
    visit(c, group, sequence.item[c]!, env.weights[group.term]!);
  }
}

const pair = new Float64Array(2);

function addSlopes(
  { system }: Task,
  { family, a, b, at }: CouplingGroup,
  k: number,
  weight: number,
  eta: Vector,
  gradient: Float64Array,
): void {
  const [i, j] = [a[k]!, b[k]!];
  family.slopes(eta[i]!, eta[j]!, at(k), system.signals, pair);
  gradient[i] = gradient[i]! + weight * pair[0]!;
  gradient[j] = gradient[j]! + weight * pair[1]!;
}

/** η ← (1 - damping) η + damping · prox, for every coupling with a proximal operator that is no squared gap. */
function blendGates(task: Task, eta: Float64Array, tau: number, damping: number): void {
  if (damping === 0) return;
  eachCoupling(task, (_c, group, k, weight) => {
    if (group.family.gap !== undefined || group.family.prox === undefined) return;
    const [i, j] = [group.a[k]!, group.b[k]!];
    const [x, y] = proxOf(task, group, k, eta[i]!, eta[j]!, tau * weight);
    eta[i] = clip((1 - damping) * eta[i]! + damping * x);
    eta[j] = clip((1 - damping) * eta[j]! + damping * y);
  });
}

function dualUpdate(task: Task, eta: Vector, copies: Vector, before: Vector): { dual: Vector; primalResidual: number } {
  const dual = Float64Array.from(before);
  let squares = 0;
  eachCoupling(task, (c, { family, a, b, at }, k) => {
    if (family.gap === undefined) return;
    const gap = gapOf(family.gap, at(k));
    const apart = copies[c]! - (gap.beta * eta[b[k]!]! - gap.alpha * eta[a[k]!]!);
    dual[c] = dual[c]! + apart;
    squares += apart * apart;
  });
  return { dual, primalResidual: Math.sqrt(squares) };
}
