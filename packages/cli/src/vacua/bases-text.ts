import { counted } from '../text/number.js';
import { firstRows, table } from '../text/table.js';
import type { BasesSummary } from './bases-summary.js';

/** What people are shown of an enumeration. */
export function basesText(sha256: string, summary: BasesSummary): string {
  const { byRays, mostTensors, gauge, anomalous, hodgePairs } = summary;
  const count = byRays.reduce((sum, [, bases]) => sum + bases, 0);
  const factors = Object.entries(gauge).map(([algebra, times]) => [algebra, String(times)]);
  const rows = byRays.map(([rays, bases]) => [String(rays), String(bases)]);
  const held = anomalous === 0 ? `on all ${count}` : `fails on ${anomalous} of ${count}`;
  return [
    `${counted(count, 'toric base')} of 6D F-theory, of ${byRays[0]?.[0]} to ${byRays.at(-1)?.[0]} rays`,
    `SHA-256 ${sha256}`,
    '',
    table(['rays', 'bases'], firstRows(rows), [0, 1]),
    '',
    table(['gauge algebra', 'factors'], factors, [1]),
    '',
    `Tensor multiplets: 0 to ${mostTensors}`,
    `Gravitational anomaly H - V = 273 - 29T: ${held}`,
    `Hodge pairs of the generic elliptic threefolds: ${hodgePairs.distinct}${listText(hodgePairs.missing)}`,
  ].join('\n');
}

function listText(missing: readonly string[] | undefined): string {
  if (missing === undefined) return '';
  if (missing.length === 0) return ', all in the list';
  return `, ${missing.length} not in the list: ${missing.slice(0, 10).join(' ')}${missing.length > 10 ? ' …' : ''}`;
}
