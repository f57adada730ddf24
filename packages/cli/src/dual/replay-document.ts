import { atCap, constraintsIn, type TraceRow } from '@cfc/dual';
import type { Lines } from '../documents/run-document.js';

/** What became of a constraint in a replay. */
interface ReplayedConstraint {
  /** λ, violation and weight of the last row. */
  readonly lambda: number | null;
  readonly violation: number | null;
  readonly weight: number | null;
  readonly cap: number | null;
  /** Share of the steps in which it was satisfied, and with λ at its cap. */
  readonly satisfied: number;
  readonly atCap: number;
  /** How often λ was changed or not, by reason. */
  readonly reasons: Readonly<Record<string, number>>;
}

/** What `cfc dual replay --json` prints, but for its last entry `trace`: the rows of `traceRow`. */
export interface ReplayDocument {
  readonly outcome: 'finished';
  readonly reason: string;
  readonly steps: number;
  readonly constraints: Readonly<Record<string, ReplayedConstraint>>;
  readonly infeasibility: number | null;
  readonly complementarity: number | null;
  readonly alerts: readonly { readonly step: number; readonly message: string }[];
}

interface Tally {
  satisfied: number;
  atCap: number;
  readonly reasons: Record<string, number>;
}

/** Sums a trace up, row by row. */
export async function replayDocument(lines: Lines): Promise<ReplayDocument> {
  const tallies = new Map<string, Tally>();
  const alerts: { step: number; message: string }[] = [];
  let last: TraceRow = {};
  let steps = 0;
  for await (const line of lines) {
    last = JSON.parse(line) as TraceRow;
    steps++;
    for (const name of tallies.size === 0 ? constraintsIn([last]) : tallies.keys()) tally(tallies, last, name);
    if (typeof last['alerts'] === 'string')
      alerts.push(...last['alerts'].split('; ').map((message) => ({ step: last['step'] as number, message })));
  }
  return {
    outcome: 'finished',
    reason: `all ${steps} rows were replayed`,
    steps,
    constraints: Object.fromEntries([...tallies].map(([name, one]) => [name, replayed(last, name, one, steps)])),
    infeasibility: numberIn(last, 'infeasibility'),
    complementarity: numberIn(last, 'complementarity'),
    alerts,
  };
}

function tally(tallies: Map<string, Tally>, row: TraceRow, name: string): void {
  const one = tallies.get(name) ?? { satisfied: 0, atCap: 0, reasons: {} };
  tallies.set(name, one);
  if (row[`satisfied:${name}`] === true) one.satisfied++;
  if (atCap(row, name)) one.atCap++;
  const reason = String(row[`reason:${name}`]);
  one.reasons[reason] = (one.reasons[reason] ?? 0) + 1;
}

function replayed(
  row: TraceRow,
  name: string,
  { satisfied, atCap: capped, reasons }: Tally,
  steps: number,
): ReplayedConstraint {
  const at = (what: string): number | null => numberIn(row, `${what}:${name}`);
  const shares = { satisfied: satisfied / steps, atCap: capped / steps, reasons };
  return {
    lambda: at('lambda'),
    violation: at('violation'),
    weight: at('dual_weight'),
    cap: at('lambda_max'),
    ...shares,
  };
}

const numberIn = (row: TraceRow, column: string): number | null => {
  const value = row[column];
  return typeof value === 'number' ? value : null;
};
