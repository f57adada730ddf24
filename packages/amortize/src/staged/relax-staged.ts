import { type CompiledSystem, type Etas, type Vector, checkEta } from '@cfc/core';
import { couplingsOf, metered } from '../meter.js';
import { holdingAllBut } from '../reduce/embedding.js';
import { reduced } from '../reduce/reduced.js';
import { touched } from '../reduce/touched.js';
import { checkStages } from './check-stages.js';
import { type Run, runStage } from './run-stage.js';
import type { PlannedStage, StageReport, Staged } from './staged.js';

/**
 * Relaxes in stages, each from where the one before ended, within budgets: cheap ones first, exact ones last, and no more
 * than `passes` in all.
 *
 * The currency is the pass: one visit of every coupling, see `metered`; a stage on some modules pays for what those have. A
 * stage ends where its plan does, at its `tolerance`, or with the step that uses its budget up; the whole ends with the last
 * stage, or with the step that uses up the budget of the whole. Reports of unit-weight energies are not paid for.
 *
 * @param eta0 order parameters in [0, 1], as a vector, a list or by id
 * @param given.passes budget of the whole, above 0; none where it is not given
 * @throws `INPUT_INVALID`, `OPTION_INVALID` before any work; what `begin` and `advance` throw
 *
 * @example
 * relaxStaged(system, eta0, [
 *   { name: 'coarse', plan: { method: descent() }, steps: 5 },
 *   { name: 'exact', plan: defaultPlan },
 * ], { passes: 100 });
 */
export function relaxStaged(
  system: CompiledSystem,
  eta0: Etas,
  stages: readonly PlannedStage[],
  given: { readonly passes?: number } = {},
): Staged {
  checkStages(stages, given.passes);
  const pass = couplingsOf(system) || system.size;
  const budget = (given.passes ?? Infinity) * pass;
  let eta = checkEta(system, eta0);
  let energy = system.energy(eta, system.unit);
  let visits = 0;
  const reports: StageReport[] = [];
  for (const stage of stages) {
    if (visits >= budget) break;
    const most = Math.min(budget - visits, (stage.passes ?? Infinity) * pass);
    const run = stage.only === undefined ? runStage(system, eta, stage, most, 1) : onSome(system, eta, stage, most);
    eta = Float64Array.from(run.vector);
    const to = system.energy(eta, system.unit);
    const { name } = stage;
    const { steps, ended, reason } = run;
    reports.push({ name, steps, passes: run.visits / pass, from: energy, to, won: energy - to, ended, reason });
    energy = to;
    visits += run.visits;
  }
  return {
    vector: eta,
    get eta() {
      return Object.fromEntries(system.ids.map((id, i) => [id, eta[i]!]));
    },
    unitEnergy: energy,
    passes: visits / pass,
    ended: reports.length < stages.length ? 'spent' : reports.at(-1)!.ended,
    stages: reports,
  };
}

/** A stage on the modules that it chooses; choosing and collecting their couplings is paid for. */
function onSome(system: CompiledSystem, eta: Vector, stage: PlannedStage, most: number): Run {
  const meter = metered(system);
  const rows = stage.only!(meter.system, eta);
  if (rows.length === 0) {
    return { vector: eta, steps: 0, visits: meter.visits(), ended: 'converged', reason: 'no module was chosen' };
  }
  const part = reduced(system, system.unit, holdingAllBut(rows, eta));
  const links = touched(rows, system.incidence);
  const before = meter.visits() + links;
  const start = Float64Array.from(rows, (row) => eta[row]!);
  const run = runStage(part, start, stage, most - before, links / (couplingsOf(part) || part.size));
  const vector = Float64Array.from(eta);
  rows.forEach((row, v) => (vector[row] = run.vector[v]!));
  return { ...run, vector, visits: run.visits + before };
}
