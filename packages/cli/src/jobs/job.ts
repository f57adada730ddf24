/** A piece of work that needs nothing but its own data: it can be done by any worker, in any order, and again. */
export interface Job<Given = unknown> {
  /** Which task does it. */
  readonly task: string;
  /** Names it among all others: the same work has the same key. */
  readonly key: string;
  /** Plain data for the task. */
  readonly given: Given;
}
