import type { ReplayDocument } from '../dual/replay-document.js';
import { counted, percent, short } from './number.js';
import { table } from './table.js';

/** Most alerts that people are shown. */
const MOST = 8;

/** Where the multipliers of a replay ended, for people. */
export function replayText({ steps, constraints, infeasibility, alerts }: ReplayDocument): string {
  const number = (value: number | null): string => (value === null ? '–' : short(value));
  const rows = Object.entries(constraints).map(([name, one]) => [
    name,
    number(one.lambda),
    number(one.cap),
    number(one.violation),
    percent(one.satisfied),
    Object.entries(one.reasons)
      .sort((a, b) => b[1] - a[1])
      .map(([reason, count]) => `${reason} ${count}`)
      .join(', '),
  ]);
  const shown = alerts.slice(0, MOST).map(({ message }) => `alert: ${message}`);
  const rest = alerts.length > MOST ? [`… and ${alerts.length - MOST} more`] : [];
  return [
    table(['constraint', 'λ', 'cap', 'violation', 'satisfied', 'steps by reason'], rows, [1, 2, 3, 4]),
    [...shown, ...rest].join('\n'),
    `${counted(steps, 'row')} replayed; infeasibility ${number(infeasibility)} at the end.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
