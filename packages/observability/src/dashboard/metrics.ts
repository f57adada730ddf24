import type { Column } from '../table/column.js';
import type { Row } from '../table/row.js';
import { prometheusText } from '../writers/prometheus-text.js';
import { lastRow } from './last-rows.js';
import type { Sources } from './sources.js';

/** The type of the text format of Prometheus. */
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** The last row of every run for Prometheus, by the name of its folder. Little of a long table is read. */
export async function metrics(sources: Sources, more: readonly Column[]): Promise<string> {
  const rows: [string, Row][] = [];
  for (const { key } of sources.list()) {
    const path = sources.pathOf(key);
    const row = path === null ? null : await lastRow(path).catch(() => null); // it may go at any moment
    if (row !== null) rows.push([sources.nameOf(key), row]);
  }
  return prometheusText(Object.fromEntries(rows), more);
}
