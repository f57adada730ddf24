/** Where a queue is. */
export interface QueueOptions {
  /** Like redis://localhost:6379 or rediss://user:password@host:6380/2. */
  readonly redis: string;
  /** Name of the queue, without a colon. Workers of other code belong to another one. */
  readonly queue: string;
}
