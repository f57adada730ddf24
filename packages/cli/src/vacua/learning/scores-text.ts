import type { Scores, Task } from '@cfc/vacua';
import { table } from '../../text/table.js';

/** How a model did, as people see it. */
export interface ScoredRow {
  readonly name: string;
  readonly scores: Scores;
}

/** "forest (windows3)", where there is a choice of features. */
export const named = (baseline: string, features: string | null, { features: all }: Pick<Task, 'features'>): string =>
  features === null || baseline === 'majority' || Object.keys(all).length === 1
    ? baseline
    : `${baseline} (${features})`;

const headings = ['model', 'accuracy', 'balanced', 'macro F1', 'ECE', 'Brier', 'log-loss'];

/** A row for each model; the first is the majority. */
export function scoresCells(rows: readonly ScoredRow[]): {
  headings: readonly string[];
  cells: readonly (readonly string[])[];
} {
  const cells = rows.map(({ name, scores }) => {
    const { accuracy, balancedAccuracy, macroF1, calibrationError, brier, logLoss } = scores;
    const numbers = [accuracy, balancedAccuracy, macroF1, calibrationError, brier, logLoss];
    return [name, ...numbers.map((value) => value.toFixed(3))];
  });
  return { headings, cells };
}

/** The same as text. */
export function scoresText(rows: readonly ScoredRow[]): string {
  const { cells } = scoresCells(rows);
  return table(headings, cells, [1, 2, 3, 4, 5, 6]);
}

/** Per-class F1 and the confusion matrix of one model: rows are true classes. */
export function classesText(classes: readonly string[], { f1, confusion }: Scores): string {
  const rows = classes.map((name, c) => [name, f1[c]!.toFixed(3), ...confusion[c]!.map(String)]);
  const right = Array.from({ length: classes.length + 1 }, (_, k) => k + 1);
  return table(['class', 'F1', ...classes.map((name) => `as ${name}`)], rows, right);
}

/** Headings and rows as a Markdown table. */
export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, k) => (k === 0 ? '---' : '---:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
