import type { ExperimentDocument } from '../experiment/experiment-document.js';
import { table } from './table.js';

/** One experiment, for people. */
export function experimentText({ title, question, claims, table: { headings, rows } }: ExperimentDocument): string {
  const said = claims.map(
    ({ expected, seen, verdict }) => `expected   ${expected}\nseen       ${seen}\nverdict    ${verdict}`,
  );
  const right = headings.map((_, c) => c).slice(1);
  return [title, question, table(headings, rows, right), ...said].join('\n\n');
}
