import { type Conclusion, type Row, type Scope, experiments } from '@cfc/experiments';

/** What `--json` prints of an experiment, and what its table, page and figure are made of. */
export interface ExperimentDocument extends Conclusion {
  readonly name: string;
  readonly title: string;
  readonly question: string;
  readonly scope: Scope;
  readonly rows: readonly Row[];
}

/** An experiment with its rows and what they say. */
export function experimentDocument(name: string, scope: Scope, rows: readonly Row[]): ExperimentDocument {
  const experiment = experiments.get(name)!;
  const { title, question } = experiment;
  return { name, title, question, scope, ...experiment.conclude(rows), rows };
}
