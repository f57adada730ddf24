/** Bytes of the memory in which threads agree on who does what; its words as 32-bit numbers, those written by many in lines of their own. */
export const CONTROL = 1024;
/** Number of the operation; threads that have nothing to do wait here. */
export const EPOCH = 0;
/** Threads that wait, or are about to. */
export const ASLEEP = 16;
/** Partitions that are done; the calling thread may wait here. */
export const DONE = 32;
/** 1 while the calling thread waits. */
export const WAITING = 33;
/** 1 after a thread has failed. */
export const FAILED = 34;
/** Number of the memory segment and place of the job of the operation. */
export const SEGMENT = 48;
export const JOB = 49;
/** From here for each partition the last operation for which it was claimed. */
export const CLAIMS = 64;
