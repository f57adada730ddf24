import { type Row, experiments } from '@cfc/experiments';

/** One cell of an experiment. */
export interface ExperimentCell {
  readonly experiment: string;
  readonly cell: unknown;
}

/** Does one cell. */
export const experimentTask = ({ experiment, cell }: ExperimentCell): readonly Row[] =>
  experiments.get(experiment)!.measure(cell);
