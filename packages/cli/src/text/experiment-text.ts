import type { ExperimentDocument } from '../experiment/experiment-document.js';
import { table } from './table.js';
import { wrapped } from './wrapped.js';

/** One experiment, for people. */
export function experimentText({ title, question, claims, table: { headings, rows } }: ExperimentDocument): string {
  const said = claims.map(({ expected, seen, verdict }) =>
    [line('expected', expected), line('seen', seen), line('verdict', verdict)].join('\n'),
  );
  const right = headings.map((_, c) => c).slice(1);
  return [title, wrapped(question), table(headings, rows, right), ...said].join('\n\n');
}

const LABEL = 11;
const line = (label: string, text: string): string => label.padEnd(LABEL) + wrapped(text, LABEL);
