import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CfcError, isCfcError } from '@cfc/core';
import { constraintsIn, type DualConfig, readDualConfig, type TraceRow } from '@cfc/dual';
import { openRun, readTable, rowsOf, runFiles } from '@cfc/observability/node';

/** A trace of multipliers, and the configuration that it was made with, where that is known. */
export interface OpenTrace {
  readonly rows: readonly TraceRow[];
  readonly config: DualConfig | null;
}

const fix = 'Give the folder of a run, or its trace, made by cfc dual replay --out.';

/** Reads a trace: the folder of a run, or a table. Throws `INPUT_INVALID` for what is none. */
export async function openTrace(path: string, cwd: string): Promise<OpenTrace> {
  const place = resolve(cwd, path);
  const there = statSync(place, { throwIfNoEntry: false });
  if (there === undefined) throw new CfcError('INPUT_INVALID', 'no such file or folder', path, fix);
  const whole = there.isDirectory();
  const rows: TraceRow[] = whole ? [...(await rowsOf(place))] : [];
  if (!whole) for await (const row of readTable(place)) rows.push(row);
  if (constraintsIn(rows).length > 0) return { rows, config: whole ? await configOf(place) : null };
  const what = rows.length === 0 ? 'the trace has no rows yet' : 'no trace of multipliers: it has no column lambda:*';
  throw new CfcError('INPUT_INVALID', what, path, fix);
}

async function configOf(directory: string): Promise<DualConfig | null> {
  if (!existsSync(join(directory, runFiles.identity))) return null;
  return configIn((await openRun(directory)).identity?.scenario.tree ?? null);
}

/** The configuration in a run.json; null where it is something else. */
export function configIn(tree: unknown): DualConfig | null {
  try {
    return tree === null ? null : readDualConfig(tree).config;
  } catch (error) {
    if (isCfcError(error)) return null;
    throw error;
  }
}
