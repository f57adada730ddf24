/** A piece of work: plain data that needs nothing else, so that any worker can do it, in any order, and again. */
export interface Job {
  /** Names it among all others: the same work has the same key, and other work another one. */
  readonly key: string;
}

/** What the default export of a handler module is: does one job and returns plain data, the same for the same job. */
export type Handler<J extends Job = Job> = (job: J) => unknown;
