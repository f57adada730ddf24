import type { Job } from '../job.js';

/** Who does jobs. */
export interface Engine<J extends Job = Job> {
  /** How many jobs it takes at once. */
  readonly slots: number;
  /** Does one job. Rejects with what the handler threw. */
  perform(job: J): Promise<unknown>;
  /** Gives up what is under way, and lets go of all that it holds. */
  close(): Promise<void>;
}
