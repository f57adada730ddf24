import type { Scenario } from '@cfc/core';
import type { EvaluateDocument } from '../documents/evaluate-document.js';
import { short } from './number.js';
import { firstRows, table } from './table.js';

/** Energy, terms and modules at the start, for people. */
export function evaluateText({ system, eta0 }: Scenario, document: EvaluateDocument): string {
  const { energy, gradient, termNorms, rowBounds } = document;
  const energies = system.termEnergies(eta0, system.unit);
  const terms = system.terms.map(({ key, count }, t) => [
    key,
    String(count),
    ...[system.unit.weights[t]!, energies[t]!, termNorms[key]!].map(short),
  ]);
  const modules = firstRows(
    system.ids.map((id, i) => [id, short(eta0[i]!), short(gradient[id]!), bound(rowBounds[id] ?? null)]),
  );
  return [
    table(['term', 'count', 'weight', 'energy', 'gradient norm'], terms, [1, 2, 3, 4]),
    table(['module', 'η', 'gradient', 'row bound'], modules, [1, 2, 3]),
    `Energy: ${short(energy)}, under the scenario's own weights.`,
  ].join('\n\n');
}

const bound = (value: number | null): string => (value === null ? 'none' : short(value));
