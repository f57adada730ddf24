import { closeSync, existsSync, fdatasyncSync, ftruncateSync, openSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfcError } from '@cfc/core';
import { writeParquet } from '@cfc/observability/node';
import type { Stability } from '@cfc/vacua';
import { type LabelCheckpoint, readLabelCheckpoint, writeLabelCheckpoint } from './checkpoint.js';
import type { LabelConfig } from './config.js';
import { labelRows } from './label-rows.js';
import type { LabelledBatch } from './label-task.js';

/** Where labels go, batch after batch. */
export interface LabelStore {
  /** How far it has come. */
  readonly at: LabelCheckpoint;
  add(batch: LabelledBatch, labels: number): void;
  /** After the last batch: the Parquet file. */
  finish(): Promise<void>;
  close(): void;
}

/** At least so many ms from one checkpoint to the next. */
const PERIOD = 1000;

/** Labels that are counted and kept nowhere. */
export function countingStore(): LabelStore {
  let at: LabelCheckpoint = { done: 0, bytes: 0, counts: {} };
  return {
    get at() {
      return at;
    },
    add: (batch, labels) => void (at = after(at, batch, labels)),
    async finish() {},
    close() {},
  };
}

/**
 * Opens a folder of labels: labels.jsonl, at the end labels.parquet, and checkpoint.json, which is written when what it speaks of is on the
 * disk. What is in labels.jsonl behind the checkpoint goes.
 *
 * @throws `INPUT_INVALID`, see `readLabelCheckpoint`; `WRITE_FAILED` later on
 */
export function labelFolder(folder: string, config: LabelConfig): LabelStore {
  let at = readLabelCheckpoint(folder, config);
  const [lines, parquet] = [join(folder, 'labels.jsonl'), join(folder, 'labels.parquet')];
  if (at.done === 0) writeLabelCheckpoint(folder, config, at);
  const file = openSync(lines, 'a');
  if (statSync(lines).size < at.bytes) {
    closeSync(file);
    throw new CfcError('INPUT_INVALID', 'shorter than its checkpoint says', lines, 'Give another folder by --out.');
  }
  ftruncateSync(file, at.bytes);
  let due = 0; // the first labels at once
  const save = (): void =>
    writing(folder, () => {
      fdatasyncSync(file);
      writeLabelCheckpoint(folder, config, at);
      due = performance.now() + PERIOD;
    });
  return {
    get at() {
      return at;
    },
    add(batch, labels) {
      writing(folder, () => writeFileSync(file, batch.text));
      at = after(at, batch, labels);
      if (performance.now() >= due) save();
    },
    async finish() {
      save();
      if (!existsSync(parquet)) await writeParquet(parquet, labelRows(lines));
    },
    close() {
      try {
        save();
      } finally {
        closeSync(file);
      }
    },
  };
}

/** Throws `WRITE_FAILED` where the system refuses. */
function writing(folder: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    const fix = 'Make room; the same command goes on from the last checkpoint.';
    throw new CfcError('WRITE_FAILED', `labels cannot be written: ${(error as Error).message}`, folder, fix);
  }
}

function after({ done, bytes, counts }: LabelCheckpoint, batch: LabelledBatch, labels: number): LabelCheckpoint {
  const sums: Partial<Record<Stability, number>> = { ...counts };
  for (const [name, count] of Object.entries(batch.counts) as [Stability, number][]) {
    sums[name] = (sums[name] ?? 0) + count;
  }
  return { done: done + labels, bytes: bytes + Buffer.byteLength(batch.text), counts: sums };
}
