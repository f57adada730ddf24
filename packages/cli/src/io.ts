/** Where a command reads from and writes to; injected, so that tests need no process. */
export interface Io {
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** From this call on SIGINT and SIGTERM abort the signal returned, instead of ending the process. */
  interruptible(): AbortSignal;
  /** The file that worker threads load; without one all work is done in this process. */
  readonly worker?: URL;
}

/** Something to write text to. */
export interface Sink {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}
