import type { Job } from '@cfc/jobs';

/** A job of one of this command's tasks. */
export interface TaskJob<Given = unknown> extends Job {
  /** Which task does it. */
  readonly task: string;
  /** Plain data for the task. */
  readonly given: Given;
}
