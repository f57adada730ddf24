import { existsSync, readFileSync } from 'node:fs';
import { CfcError, readState, type RelaxState, writeState } from '@cfc/core';
import { z } from 'zod';
import { writeAtomically } from './write-atomically.js';

/** Everything that is needed to go on with a run. */
export interface Checkpoint<State = RelaxState> {
  readonly state: State;
  /** Of what the run is made from. */
  readonly fingerprint: string;
  /** How many bytes of trace.jsonl belong to the steps of `state`. */
  readonly traceBytes: number;
}

/** How the state of a run is kept as JSON. */
export interface Codec<State> {
  write(state: State): string;
  read(text: string): State;
  /** What a run is made from, for errors. */
  readonly madeFrom: string;
}

/** Of a relaxation. */
export const relaxCodec: Codec<RelaxState> = {
  write: writeState,
  read: readState,
  madeFrom: 'the scenario, or the version of a plugin,',
};

const frame = z.object({ fingerprint: z.string(), traceBytes: z.int().min(0), state: z.unknown() });

/** Replaces the checkpoint at `path`. */
export function writeCheckpoint<State>(
  path: string,
  { state, fingerprint, traceBytes }: Checkpoint<State>,
  codec: Codec<State>,
): void {
  const head = JSON.stringify({ fingerprint, traceBytes }).slice(0, -1);
  writeAtomically(path, `${head},"state":${codec.write(state)}}\n`);
}

/** Reads a checkpoint. Throws `INPUT_INVALID` where there is none, or that of a run of something else. */
export function readCheckpoint<State>(path: string, fingerprint: string, codec: Codec<State>): Checkpoint<State> {
  if (!existsSync(path)) throw invalid('there is no run to resume', path, 'Leave --resume out to begin one.');
  const parsed = frame.safeParse(parsedJson(readFileSync(path, 'utf8')));
  if (!parsed.success) throw invalid('not a checkpoint', path, 'Begin the run anew in another folder.');
  const { state, ...rest } = parsed.data;
  if (rest.fingerprint !== fingerprint) {
    const what = `${codec.madeFrom} has changed since this run was begun`;
    throw invalid(what, path, 'Undo the change, or begin the run anew in another folder.');
  }
  return { ...rest, state: codec.read(JSON.stringify(state)) };
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
