import type { Engine } from '../engines/engine.js';
import type { Job } from '../job.js';
import { results } from '../results.js';
import type { Journal } from './journal.js';

/** Options of `finishJobs`. */
export interface FinishOptions {
  /** Ends the work; what is finished is in the journal. */
  readonly interrupt?: AbortSignal;
  /** Hears after every job how many are done. */
  told?(done: number): void;
}

/**
 * Does all jobs that have no result in the journal, and writes results there in the order of the jobs. Returns how many have none, which is 0
 * unless it was interrupted. The engine is closed at the end.
 */
export async function finishJobs<J extends Job>(
  jobs: readonly J[],
  journal: Journal,
  engine: Engine<J>,
  { interrupt, told }: FinishOptions = {},
): Promise<number> {
  let done = jobs.filter(({ key }) => journal.results.has(key)).length;
  const recalling: Engine<J> = {
    ...engine,
    perform: async (job) => (journal.results.has(job.key) ? journal.results.get(job.key) : await engine.perform(job)),
  };
  const finished = ({ key }: J, result: unknown, inTurn: boolean): void => {
    if (journal.results.has(key)) return;
    if (!inTurn) journal.keep(key, result);
    told?.(++done);
  };
  const open = jobs.filter(({ key }) => !journal.written(key));
  const options = { finished, ...(interrupt === undefined ? {} : { interrupt }) };
  for await (const { job, result } of results(open, recalling, options)) journal.add(job.key, result);
  return jobs.filter(({ key }) => !journal.results.has(key)).length;
}
