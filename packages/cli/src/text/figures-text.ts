import { figures, missingColumns, type Row } from '@cfc/observability';
import { table } from './table.js';

/** Which figures can be made of a table, and for the others which columns it lacks. */
export function figuresText(rows: readonly Row[]): string {
  const all = [...figures.values()].map((figure) => ({ ...figure, missing: missingColumns(figure, rows) }));
  const there = all.filter(({ missing }) => missing.length === 0).map(({ name, title }) => [name, title]);
  const rest = all
    .filter(({ missing }) => missing.length > 0)
    .map(({ name, missing, recordedBy }) => [name, missing.join(', '), recordedBy]);
  return [
    there.length === 0 ? 'No figure can be made of this table.' : table(['figure', 'shows'], there, []),
    ...(rest.length === 0 ? [] : [table(['not here', 'for want of', 'recorded by'], rest, [])]),
  ].join('\n\n');
}
