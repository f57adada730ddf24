import { type Backend, CfcError, type Registry, isCfcError, onlyKeys } from '@cfc/core';
import { checkRegistry, checkSink } from './check-options.js';
import { Entities } from './entities.js';
import type { Entry, Numbers, Snapshot } from './entry.js';
import { Log, type Sink } from './log.js';
import { perform } from './perform.js';
import { lastSnapshot, readLog } from './read-log.js';
import { Run } from './run.js';

/** How a log is replayed. */
export interface ReplayOptions {
  /** Takes the lines of further commands, not those that were read; without one all are kept. */
  readonly sink?: Sink;
  /** Which loops to use: the same bits from both. */
  readonly backend?: Backend;
  /** Begins at the first line instead of the last snapshot, and checks every snapshot on the way (false). */
  readonly audit?: boolean;
}

/**
 * Does again what a log says, from its last snapshot on, and goes on from there: every order parameter, energy and version has
 * the same bits as when it was written, with the same versions of the packages.
 *
 * A last line that was half written is dropped; `log` has the text without it.
 *
 * @param text JSON lines, from a snapshot on
 * @throws `INPUT_INVALID` for a line that is no entry, a gap or another order of `seq`, a version or snapshot that is not what
 * the lines before lead to; what the commands throw. All name the line, from 1
 */
export function replay(text: string, registry: Registry, options: ReplayOptions = {}): Entities {
  onlyKeys({ ...options }, ['sink', 'backend', 'audit'], 'replay');
  const { sink, backend, audit = false } = options;
  checkRegistry(registry, 'replay');
  checkSink(sink, 'replay');
  const { entries, text: whole } = readLog(text);
  const from = audit ? 0 : lastSnapshot(entries);
  let run: Run | null = null;
  for (let at = from; at < entries.length; at++) {
    const before: Run | null = run;
    run = located(at + 1, () => step(registry, before, entries[at]!, backend));
  }
  const log = new Log(sink, sink === undefined ? whole : '', entries.at(-1)!.seq + 1);
  return new Entities(run!, log, backend);
}

function step(registry: Registry, run: Run | null, entry: Entry, backend: Backend | undefined): Run {
  if (entry.type === 'snapshot') {
    if (run !== null && entry.failed === undefined) checkSnapshot(run, entry);
    return new Run(registry, entry, backend);
  }
  checkVersions(entry.versions, perform(run!, entry).versions);
  return run!;
}

function checkSnapshot(run: Run, { seq: _, ...written }: Snapshot & { readonly seq: number }): void {
  if (JSON.stringify(written) === JSON.stringify(run.snapshot())) return;
  const fix = 'Begin at the snapshot, or restore the lines before it.';
  throw new CfcError('INPUT_INVALID', 'the lines before do not lead to this snapshot', 'snapshot', fix);
}

function checkVersions(written: Numbers, found: Numbers): void {
  if (JSON.stringify(written) === JSON.stringify(found)) return;
  const what = `the versions are ${JSON.stringify(found)}, not ${JSON.stringify(written)}`;
  throw new CfcError('INPUT_INVALID', what, 'versions', 'Restore the line as it was written.');
}

/** Errors name the line. */
function located<T>(line: number, run: () => T): T {
  const where = `line ${line} of the log`;
  try {
    return run();
  } catch (error) {
    if (isCfcError(error)) throw new CfcError(error.code, error.what, `${where}: ${error.where}`, error.fix);
    throw new CfcError('INPUT_INVALID', `no entry of this format: ${String(error)}`, where);
  }
}
