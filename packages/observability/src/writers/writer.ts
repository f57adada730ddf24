import type { RowSink } from '../table/row.js';

/** A sink that keeps rows somewhere. Rows are buffered; what was flushed outlives the process, however it ends. */
export interface Writer extends RowSink {
  /** Brings all rows so far to the disk. Throws `WRITE_FAILED`; it may be called again once there is room. */
  flush(): void;
  /** Flushes, and lets go of the file. */
  close(): void;
}

/** A writer of a function and what else it can do. */
export const writerOf = (write: RowSink, more: Pick<Writer, 'flush' | 'close'>): Writer => Object.assign(write, more);
