import type { Scenario, Vector } from '@cfc/core';

/** What `cfc evaluate --json` prints: all at the start, under the scenario's own weights. */
export interface EvaluateDocument {
  readonly energy: number;
  /** The same, since the scenario's own weights are the base weights. */
  readonly unitEnergy: number;
  readonly gradient: Readonly<Record<string, number>>;
  /** √ Σ |weight · ∇F|² over the instances of each term. */
  readonly termNorms: Readonly<Record<string, number>>;
  /** Gershgorin rows of the Hessian; null where no bound is known. */
  readonly rowBounds: Readonly<Record<string, number | null>>;
}

/** Evaluates a scenario where it starts. */
export function evaluateDocument({ system, eta0 }: Scenario): EvaluateDocument {
  const { ids, terms, unit } = system;
  const gradient = new Float64Array(system.size);
  const energy = system.gradient(eta0, unit, gradient);
  const norms = system.termNorms(eta0, unit);
  const rows = system.lacks('bounds') === null ? system.rowBounds(eta0, unit) : null;
  return {
    energy,
    unitEnergy: energy,
    gradient: byId(ids, gradient),
    termNorms: Object.fromEntries(terms.map(({ key }, t) => [key, norms[t]!])),
    rowBounds: Object.fromEntries(ids.map((id, i) => [id, finite(rows?.[i])])),
  };
}

const byId = (ids: readonly string[], values: Vector): Record<string, number> =>
  Object.fromEntries(ids.map((id, i) => [id, values[i]!]));

const finite = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;
