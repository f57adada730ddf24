import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfcError } from '@cfc/core';
import {
  readCheckpoint,
  type TrainerState,
  type UpdateRow,
  type WeightSpec,
  writeCheckpoint,
  writeWeightPolicy,
} from '@cfc/gspo';
import { z } from 'zod';
import { writeAtomically } from '../run/write-atomically.js';
import { version } from '../version.js';

/** A training under way, in a folder or in memory alone. */
export interface Training {
  /** The state to go on from. */
  readonly from: TrainerState;
  /** All updates so far. */
  readonly rows: readonly UpdateRow[];
  add(row: UpdateRow): void;
  /** Writes policy, rows and checkpoint; nothing without a folder. */
  save(state: TrainerState, spec: WeightSpec): void;
}

const frame = z.object({ fingerprint: z.string(), rows: z.array(z.unknown()), state: z.unknown() });

/**
 * Begins a training in a folder, or goes on with the one there.
 *
 * @param identity all that the bits of a training depend on
 * @throws `INPUT_INVALID` for a folder that cannot be used, holds a training already, or none, or another one
 */
export function openTraining(path: string | null, identity: unknown, resume: boolean, begin: TrainerState): Training {
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([identity, version()]))
    .digest('hex');
  const file = path === null ? null : join(path, 'checkpoint.json');
  const { from, rows } = file !== null && opened(file, resume) ? resumed(file, fingerprint) : { from: begin, rows: [] };
  if (path !== null) make(path);
  return {
    from,
    rows,
    add: (row) => void rows.push(row),
    save(state, spec) {
      if (path === null || file === null) return;
      const { parameters } = state;
      writeAtomically(join(path, 'policy.json'), `${writeWeightPolicy({ spec, parameters })}\n`);
      writeAtomically(join(path, 'updates.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
      const head = JSON.stringify({ fingerprint, rows }).slice(0, -1);
      writeAtomically(file, `${head},"state":${writeCheckpoint(state)}}\n`);
    },
  };
}

/** Makes a folder where there is none, before any work is done that it could not take. */
function make(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    const what = `the folder cannot be used: ${(error as Error).message}`;
    throw new CfcError('INPUT_INVALID', what, '--out', 'Give another folder.');
  }
}

/** Whether there is a checkpoint to go on from. */
function opened(file: string, resume: boolean): boolean {
  const there = existsSync(file);
  if (there === resume) return resume;
  const [what, fix] = there
    ? ['the folder holds a training already', 'Go on with it by --resume, or give another folder.']
    : ['there is no training to resume', 'Leave --resume out to begin one.'];
  throw new CfcError('INPUT_INVALID', what, file, fix);
}

function resumed(file: string, fingerprint: string): { from: TrainerState; rows: UpdateRow[] } {
  const parsed = frame.safeParse(parsedJson(readFileSync(file, 'utf8')));
  const fix = 'Begin the training anew in another folder.';
  if (!parsed.success) throw new CfcError('INPUT_INVALID', 'not a checkpoint of a training', file, fix);
  if (parsed.data.fingerprint !== fingerprint) {
    throw new CfcError('INPUT_INVALID', 'it belongs to other scenarios or flags', file, fix);
  }
  return { from: readCheckpoint(JSON.stringify(parsed.data.state)), rows: parsed.data.rows as UpdateRow[] };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
