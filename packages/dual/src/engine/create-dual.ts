import { createAlerts } from '../alerts/create-alerts.js';
import type { Family } from '../budgets/families.js';
import { cappedSimplex } from '../budgets/capped-simplex.js';
import { proportional } from '../budgets/proportional.js';
import type { DualConfig, DualInput, DualState, DualStep, Reason } from '../contract.js';
import { checkState } from '../state/check-state.js';
import { type Line, advanceLine, createLine, lineState } from './line.js';
import { dualPlan } from './plan.js';
import { reader } from './read-input.js';
import { recorder } from './record.js';
import { retarget, weightsAt } from './at.js';

/** Multipliers at work. */
export interface Dual {
  readonly config: DualConfig;
  /**
   * One dual step: values in, multipliers and weights out.
   *
   * @throws `NAME_UNKNOWN` for a value of no constraint, `INPUT_INVALID` for one that is no number; nothing has changed then
   */
  step(input: DualInput): DualStep;
  /** Weights for the raw gradients at other values, under the multipliers as they are: what an inner minimisation needs. Changes nothing. */
  weights(values: Readonly<Record<string, number>>): Record<string, number>;
  /** λ by constraint. */
  multipliers(): Record<string, number>;
  /** Replaces the target of a constraint from the next step on. */
  setTarget(name: string, target: number): void;
  /** Everything that the next step depends on, as plain data. */
  state(): DualState;
}

/**
 * Lagrange multipliers of any number of constraints, updated online: projected dual ascent
 *
 *     λ_k ← clip((1 - ρ_k) λ_k + η_k e_k, 0, λ_max,k),    e_k from v_k = N(x_k) - c_k(t)
 *
 * with the rules, controllers, penalties and budgets that the configuration asks for. Knows nothing of gradients: the caller adds up
 * weight_k · ∇x_k, where x_k is the differentiable raw loss. Works in place inside; what it returns is never changed later.
 *
 * @param config constraints and what they share; checked as a whole
 * @param state from `state()`: the engine goes on with the same bits as if it had not been stopped
 * @throws `OPTION_UNKNOWN`, `OPTION_INVALID`, `NAME_UNKNOWN` for a configuration; `INPUT_INVALID` for a state that does not fit it
 *
 * @example
 * const dual = createDual({ constraints: { kl: { target: 0.05, rate: 0.1 } } });
 * const { kl } = dual.step({ values: { kl: 0.08 } }).constraints; // { multiplier: 0.003, weight: 0.003, reason: 'update', ... }
 */
export function createDual(config: DualConfig, state?: DualState): Dual {
  const plan = dualPlan(config);
  const names = plan.settings.map(({ name }) => name);
  if (state !== undefined) checkState(state, names);
  const warmUp = { ...(state?.warmUp ?? { from: 0, steps: plan.warmup }) };
  const lines = plan.settings.map((one) => createLine(one, warmUp, state?.constraints[one.name]));
  const watch = config.alerts === undefined ? null : createAlerts(config.alerts, names, state?.alerts ?? undefined);
  const read = reader(lines);
  const record = recorder(lines);
  const budgets = plan.families.map((family) => budget(family, lines));
  const before = new Float64Array(lines.length);
  const reasons = new Array<Reason>(lines.length).fill('update');
  let step = state?.step ?? 0;

  return {
    config,
    step(input) {
      read(input, step);
      for (let k = 0; k < lines.length; k++) {
        before[k] = lines[k]!.cell.multiplier;
        reasons[k] = advanceLine(lines[k]!);
      }
      for (const project of budgets) project();
      step++;
      const done = record(step, input.task, plan.order === 'simultaneous' ? before : null, reasons);
      if (watch !== null) done.alerts = watch.push(done);
      return done;
    },
    weights: (values) => weightsAt(lines, values, step),
    multipliers: () => Object.fromEntries(lines.map(({ settings, cell }) => [settings.name, cell.multiplier])),
    setTarget: (name, target) => retarget(lines, name, target),
    state: () => ({
      version: 1,
      step,
      warmUp: { ...warmUp },
      constraints: Object.fromEntries(lines.map((line) => [line.settings.name, lineState(line)])),
      alerts: watch === null ? null : watch.state(),
    }),
  };
}

/** Projects the multipliers of one family onto its budget, where their sum exceeds it. */
function budget({ rows, budget: most, projection }: Family, lines: readonly Line[]): () => void {
  const project = projection === 'euclidean' ? cappedSimplex : proportional;
  const cells = rows.map((row) => lines[row]!.cell);
  const values = new Float64Array(rows.length);
  return () => {
    for (let i = 0; i < cells.length; i++) values[i] = cells[i]!.multiplier;
    project(values, most);
    for (let i = 0; i < cells.length; i++) cells[i]!.multiplier = values[i]!;
  };
}
