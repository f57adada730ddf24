import { accessSync, constants, existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { CfcError } from '@cfc/core';
import { writeWhole } from '../writers/write-whole.js';
import { writeFailed } from '../writers/write-failed.js';
import type { RunIdentity, RunRecord } from './identity.js';
import { gitOf, machine } from './machine.js';
import { makeFolder } from './make-folder.js';
import { readRun } from './read-run.js';
import { runFiles } from './run-directory.js';

/** How a run is begun. */
export interface StartOptions {
  /** Go on with the run of the directory instead of beginning one; false by default. */
  readonly resume?: boolean;
  /** The folder whose git commit is noted; the current one by default. */
  readonly sources?: string;
}

/**
 * Begins a run in a directory of its own, made if need be: writes run.json, as a whole. Of several processes that begin one in the
 * same directory at the same time only one succeeds.
 *
 * @returns what was written
 * @throws `INPUT_INVALID` where the directory cannot be used or holds a run already, `WRITE_FAILED` where the disk is full
 *
 * @example
 * startRun('results/first', { scenario: { file, tree }, fingerprint, versions, seed: 7, modules: 2, couplings: 1 });
 */
export function startRun(
  directory: string,
  identity: RunIdentity,
  { resume = false, sources = process.cwd() }: StartOptions = {},
): RunRecord {
  const path = resolve(directory);
  usable(path);
  if (!resume) unused(path);
  const started = (resume ? readRun(path)?.started : undefined) ?? new Date().toISOString();
  const place = { machine: machine(), git: gitOf(sources), pid: process.pid, host: hostname() };
  const record: RunRecord = { run: basename(path), ...identity, started, ...place };
  put(path, record, resume);
  return record;
}

function usable(path: string): void {
  try {
    makeFolder(path);
    accessSync(path, constants.W_OK);
  } catch (error) {
    const what = `the folder cannot be used: ${(error as Error).message}`;
    throw new CfcError('INPUT_INVALID', what, path, 'Give a folder that you may write to.');
  }
}

function unused(path: string): void {
  const taken = Object.values(runFiles).find((name) => existsSync(join(path, name)));
  if (taken !== undefined) throw used(path, taken);
}

const used = (path: string, name: string): CfcError =>
  new CfcError('INPUT_INVALID', `the folder holds a run already: ${name}`, path, 'Go on with it, or give another one.');

/** A link is made only where there is no file of the name yet, and shows the whole text at once. */
function put(path: string, record: RunRecord, replace: boolean): void {
  const file = join(path, runFiles.identity);
  const draft = `${file}.${process.pid}.tmp`;
  try {
    writeWhole(draft, `${JSON.stringify(record, null, 2)}\n`);
    if (replace) renameSync(draft, file);
    else linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw used(path, runFiles.identity);
    throw writeFailed(error, file);
  } finally {
    rmSync(draft, { force: true });
  }
}
