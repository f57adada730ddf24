import { alertsOf, constraintsIn, doctor, gate, type Gate, type TraceRow } from '@cfc/dual';
import type { Advice, Run } from '@cfc/observability';
import { type Headline, type PageTable, reportPage } from '@cfc/observability/node';
import { standingRows, standingHeadings } from '../text/gate-text.js';
import { percent, short } from '../text/number.js';
import { configIn } from './open-trace.js';

/** Whether a run has multipliers. */
export const isDual = ({ rows }: Run): boolean => constraintsIn(rows.slice(0, 1)).length > 0;

/**
 * A dual run as one HTML page: what the doctor found, alerts, the numbers of the gate, figures.
 *
 * @param base rows of a baseline; without one the gate's numbers are those of the run alone
 */
export function dualReport(run: Run, base: readonly TraceRow[] | null): Promise<string> {
  const config = configIn(run.identity?.scenario.tree ?? null);
  const found = doctor(run.rows, config ?? undefined);
  const alerts = alertsOf(run.rows, config?.alerts);
  const gated = gate(base ?? run.rows, run.rows);
  return reportPage(run, {
    outcome: outcomeOf(run),
    numbers: numbersOf(run.rows, gated),
    advice: [
      ...found.map(({ what, todo }): Advice => ({ what, todo: todo.join(' ') })),
      ...alerts.slice(0, MOST).map(({ message }): Advice => ({ what: `Alert: ${message}.`, todo: '' })),
      ...(alerts.length > MOST ? [{ what: `… and ${alerts.length - MOST} alerts more.`, todo: '' }] : []),
    ],
    healthy: 'Nothing: the doctor found no pattern, and no alert was given.',
    tables: [standing(gated, base !== null), ...(base === null ? [] : [checks(gated)])],
    madeFrom: 'Configuration',
  });
}

/** Most alerts of a page. */
const MOST = 12;

const outcomeOf = ({ result, rows }: Run): string =>
  result === null ? `Not ended: ${rows.length} steps so far.` : `${result.steps} steps: ${result.reason}.`;

function numbersOf(rows: readonly TraceRow[], { constraints, task, risk, passed }: Gate): readonly Headline[] {
  const standings = Object.values(constraints).flatMap(({ after }) => (after === null ? [] : [after]));
  const worst = standings.reduce((least, { satisfied }) => Math.min(least, satisfied), 1);
  const sum = standings.reduce((total, { lambda }) => total + lambda, 0);
  return [
    {
      name: 'Least satisfied',
      value: percent(worst),
      note: 'of the last half of the steps',
    },
    { name: 'Σ λ', value: short(sum), note: `of ${standings.length} constraints, at the end` },
    { name: 'Task loss', value: task.after === null ? '–' : short(task.after), note: 'mean of the last half' },
    {
      name: 'V_s',
      value: risk === null ? '–' : short(risk.after),
      note: risk?.of === 'risk' ? 'mean risk of the last half' : 'infeasibility in its stead, mean of the last half',
    },
    { name: 'Gate', value: passed ? 'passed' : 'not passed', note: `of cfc dual gate, ${rows.length} steps` },
  ];
}

const standing = ({ constraints }: Gate, compared: boolean): PageTable => ({
  title: compared ? 'Release gate: before and after' : 'Release gate',
  headings: standingHeadings,
  rows: standingRows(constraints),
  note: compared
    ? 'Of the last half of either trace: λ at its end, the others as means.'
    : 'Of the last half of the trace. No baseline was given: before and after are the same.',
});

const checks = ({ checks: all }: Gate): PageTable => ({
  title: 'Conditions of the release',
  headings: ['condition', 'passed', 'found'],
  rows: all.map(({ name, passed, what }) => [name, passed ? 'yes' : 'no', what]),
  note: 'All have to hold: cfc dual gate.',
  sentences: true,
});
