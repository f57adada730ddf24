import { CfcError } from '@cfc/core';
import type { Identity, Run } from '../report/run.js';
import { awayFromBase } from '../report/weights-at-end.js';
import { type Difference, differences } from './differences.js';
import { systemOf } from './system-of.js';

/** How one of the runs went. */
export interface Side {
  readonly run: string;
  readonly directory: string;
  /** Null while it has not ended. */
  readonly outcome: string | null;
  readonly steps: number;
  readonly accepted: number;
  readonly evaluations: Readonly<Record<string, number>>;
  /** Unit-weight energy after the first step and at the end, null where it is not told. */
  readonly first: number | null;
  readonly unitEnergy: number | null;
}

/** Several runs side by side. */
export interface Comparison {
  /** Whether their unit-weight energies are the same function, so that the lowest is the best. */
  readonly comparable: boolean;
  /** Why they are not, or what to keep in mind; empty where there is nothing. */
  readonly notes: readonly string[];
  readonly differences: readonly Difference[];
  readonly runs: readonly Side[];
}

/**
 * Compares runs: what differs between them first, then how they went.
 *
 * @throws `INPUT_INVALID` for fewer than two runs
 */
export function compare(runs: readonly Run[]): Comparison {
  if (runs.length < 2) {
    throw new CfcError(
      'INPUT_INVALID',
      `${runs.length} to compare`,
      'compare',
      'Give the folders of two runs or more.',
    );
  }
  const identities = runs.map(({ identity }) => identity);
  const notComparable = whyNot(identities);
  return {
    comparable: notComparable.length === 0,
    notes: [...notComparable, ...runs.flatMap(caution)],
    differences: differences(identities.map(told)),
    runs: runs.map(side),
  };
}

/** What may differ; the fingerprint follows from the rest, and the hour and the process tell nothing. */
function told(identity: Identity | null): unknown {
  if (identity === null) return null;
  const { scenario, versions, seed, machine, git } = identity;
  return { scenario: scenario.tree, seed, versions, machine, commit: git?.commit, changedSince: git?.dirty };
}

function whyNot(identities: readonly (Identity | null)[]): readonly string[] {
  const trees = identities.map((identity) => identity?.scenario.tree ?? null);
  if (trees.includes(null)) return ['Not comparable: of a run it is not known what scenario it relaxed.'];
  const systems = differences(trees.map(systemOf)).map(({ what }) => what);
  if (systems.length > 0) {
    const shown = systems.slice(0, 3).join(', ') + (systems.length > 3 ? ', …' : '');
    return [`Not comparable: the systems differ (${shown}), so their energies are different functions.`];
  }
  return [];
}

function caution(run: Run): readonly string[] {
  const away = awayFromBase(run).length > 0;
  return [
    ...(run.result === null ? [`${run.directory} has not ended: its numbers are those of its last row.`] : []),
    ...(away
      ? [`${run.directory} ended away from its base weights: it minimised another function than it is compared by.`]
      : []),
  ];
}

function side({ name, directory, result, rows }: Run): Side {
  const number = (value: unknown): number | null => (Number.isFinite(value) ? (value as number) : null);
  return {
    run: name,
    directory,
    outcome: result?.outcome ?? null,
    steps: result?.steps ?? rows.length,
    accepted: rows.filter(({ accepted }) => accepted !== false).length,
    evaluations: result?.evaluations ?? {},
    first: number(rows[0]?.['unitEnergy']),
    unitEnergy: result?.unitEnergy ?? number(rows.at(-1)?.['unitEnergy']),
  };
}
