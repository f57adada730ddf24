import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { CfcError } from '@cfc/core';
import { runFiles } from '../runs/run-directory.js';
import { identityOf, nameIn, resultOf } from './parse.js';
import { rowsIn } from './rows-in.js';
import type { Run } from './run.js';

/**
 * Reads the run in a directory, whole.
 *
 * @throws `INPUT_INVALID` where there is none, or a file of it cannot be read
 */
export async function openRun(directory: string): Promise<Run> {
  const [identity, trace, result] = [runFiles.identity, runFiles.trace, runFiles.result].map((name) =>
    join(directory, name),
  ) as [string, string, string];
  if (!existsSync(identity) && !existsSync(trace)) {
    const what = existsSync(directory)
      ? `no run: neither ${runFiles.identity} nor ${runFiles.trace}`
      : 'no such folder';
    throw new CfcError('INPUT_INVALID', what, directory, 'Give the folder of a run, made by cfc run --out.');
  }
  const record = documentIn(identity);
  return {
    name: nameIn(record) ?? basename(resolve(directory)),
    directory,
    identity: record === null ? null : identityOf(record),
    result: resultOf(documentIn(result)),
    rows: existsSync(trace) ? await rowsIn(trace) : [],
  };
}

/** The JSON document in a file, null where there is no file. */
function documentIn(path: string): unknown {
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (error) {
    throw new CfcError(
      'INPUT_INVALID',
      `no JSON: ${(error as Error).message}`,
      path,
      'Restore the file, or remove it.',
    );
  }
}
