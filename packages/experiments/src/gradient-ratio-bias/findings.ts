import {
  type GateComparison,
  type GateReport,
  type GradientRecord,
  compareGates,
  readRecords,
} from '@cfc/modules-gating';
import type { HostName } from './hosts.js';
import { randomGradients } from './random-gradients.js';
import { type Strategy, gatesOf } from './strategies.js';

/** One record of a seed in incubation. */
export interface Found {
  /** Of the task and of all draws. */
  readonly seed: number;
  readonly host: HostName;
  readonly blueprint: string;
  /** Number of the seed's parameters. */
  readonly parameters: number;
  /** Step of incubation. */
  readonly step: number;
  readonly gain: number;
  /** The `GradientRecord` as a JSON line. */
  readonly record: string;
  readonly [column: string]: number | string;
}

/** What the comparisons of gates found. */
export interface Findings {
  readonly all: readonly GradientRecord[];
  /** The gates' reports on runs of odd seeds; they were set up on those of even ones. */
  readonly reports: Readonly<Record<Strategy, GateReport>>;
  /** The same in hosts with layers of all types alone. */
  readonly mixed: Readonly<Record<Strategy, GateReport>>;
  /** Today's gate on normal gradients. */
  readonly random: GateReport;
  /** Number of parameters of each blueprint. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Number of runs that are judged, and the gain from which on a seed counts as useful. */
  readonly runs: number;
  readonly useful: number;
}

export function findingsOf(rows: readonly Found[]): Findings {
  const recordsOf = (some: readonly Found[]): readonly GradientRecord[] =>
    readRecords(some.map(({ record }) => record).join('\n'));
  const judged = rows.filter(({ seed }) => seed % 2 === 1);
  const gates = gatesOf(recordsOf(rows.filter(({ seed }) => seed % 2 === 0)));
  const comparison = compareGates(recordsOf(judged), gates);
  const useful = comparison.useful!;
  const mixed = compareGates(recordsOf(judged.filter(({ host }) => host === 'mixed')), gates, { useful });
  const random = compareGates(randomGradients(recordsOf(judged)), { random: gates.sqrtParameters });
  return {
    all: recordsOf(rows),
    reports: byName(comparison),
    mixed: byName(mixed),
    random: random.gates[0]!,
    sizes: new Map(rows.map(({ blueprint, parameters }) => [blueprint, parameters])),
    runs: comparison.runs,
    useful,
  };
}

const byName = ({ gates }: GateComparison): Readonly<Record<Strategy, GateReport>> =>
  Object.fromEntries(gates.map((gate) => [gate.name, gate])) as Record<Strategy, GateReport>;
