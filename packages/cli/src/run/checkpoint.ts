import { existsSync, readFileSync } from 'node:fs';
import { CfcError, readState, type RelaxState, writeState } from '@cfc/core';
import { z } from 'zod';
import { writeAtomically } from './write-atomically.js';

/** Everything that is needed to go on with a run. */
export interface Checkpoint {
  readonly state: RelaxState;
  /** Of the scenario that the run belongs to. */
  readonly fingerprint: string;
  /** How many bytes of trace.jsonl belong to the steps of `state`. */
  readonly traceBytes: number;
}

const frame = z.object({ fingerprint: z.string(), traceBytes: z.int().min(0), state: z.unknown() });

/** Replaces the checkpoint at `path`. */
export function writeCheckpoint(path: string, { state, fingerprint, traceBytes }: Checkpoint): void {
  const head = JSON.stringify({ fingerprint, traceBytes }).slice(0, -1);
  writeAtomically(path, `${head},"state":${writeState(state)}}\n`);
}

/** Reads a checkpoint. Throws `INPUT_INVALID` where there is none, or that of another scenario. */
export function readCheckpoint(path: string, fingerprint: string): Checkpoint {
  if (!existsSync(path)) throw invalid('there is no run to resume', path, 'Leave --resume out to begin one.');
  const parsed = frame.safeParse(parsedJson(readFileSync(path, 'utf8')));
  if (!parsed.success) throw invalid('not a checkpoint', path, 'Begin the run anew in another folder.');
  const { state, ...rest } = parsed.data;
  if (rest.fingerprint !== fingerprint) {
    const what = 'the scenario, or the version of a plugin, has changed since this run was begun';
    throw invalid(what, path, 'Undo the change, or begin the run anew in another folder.');
  }
  return { ...rest, state: readState(JSON.stringify(state)) };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function invalid(what: string, path: string, fix: string): CfcError {
  return new CfcError('INPUT_INVALID', what, path, fix);
}
