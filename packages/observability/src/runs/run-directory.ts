/** The files of a run's directory; whoever writes or reads runs takes their names from here. */
export const runFiles = Object.freeze({
  /** What ran: written once, before the first step. */
  identity: 'run.json',
  /** One row for each step, as JSON lines, only ever appended to. */
  trace: 'trace.jsonl',
  /** The checkpoint, replaced as a whole about once a second. */
  checkpoint: 'state.json',
  /** The outcome, once the run has ended. */
  result: 'result.json',
});

/** Names of traces, the first that is there counts: that of `cfc run`, and one by `csvWriter`. */
export const traceNames: readonly string[] = Object.freeze([runFiles.trace, 'trace.csv']);
