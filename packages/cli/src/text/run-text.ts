import type { RelaxState, Scenario, Solution } from '@cfc/core';
import { counted, short } from './number.js';
import { firstRows, table } from './table.js';

/** Where a run went from and to, for people. */
export function runText(scenario: Scenario, start: RelaxState, end: Solution): string {
  return [termsTable(scenario, start, end.state), etaTable(scenario, end), conclusion(scenario, start, end)].join(
    '\n\n',
  );
}

function termsTable({ system }: Scenario, start: RelaxState, end: RelaxState): string {
  const [before, after] = [start, end].map(({ point, weights }) => ({
    weights,
    energies: system.termEnergies(point.eta, { weights }),
    norms: system.termNorms(point.eta, { weights }),
  }));
  const headings = ['term', 'weight', 'at end', 'energy', 'at end', 'gradient norm', 'at end'];
  const rows = system.terms.map(({ key }, t) => [
    key,
    ...(['weights', 'energies', 'norms'] as const).flatMap((what) => [before![what][t]!, after![what][t]!].map(short)),
  ]);
  return table(headings, rows, [1, 2, 3, 4, 5, 6]);
}

function etaTable({ system, eta0 }: Scenario, { vector }: Solution): string {
  const rows = system.ids.map((id, i) => [id, short(eta0[i]!), short(vector[i]!)]);
  return table(['module', 'η', 'at end'], firstRows(rows), [1, 2]);
}

function conclusion({ system }: Scenario, start: RelaxState, end: Solution): string {
  const verb = end.outcome[0]!.toUpperCase() + end.outcome.slice(1);
  const before = system.energy(start.point.eta, system.unit);
  const lines = [
    `${verb} after ${counted(end.steps, 'step')}, ${end.state.accepted} accepted: ${end.reason}.`,
    `Unit-weight energy: ${short(before)} at the start, ${short(end.unitEnergy)} at the end.`,
  ];
  const adapted = system.terms.some((_, t) => end.state.weights[t] !== system.unit.weights[t]);
  if (adapted) lines.push(`Under the final weights, which make another function of it: ${short(end.energy)}.`);
  return lines.join('\n');
}
