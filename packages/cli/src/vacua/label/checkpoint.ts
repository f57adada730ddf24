import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfcError } from '@cfc/core';
import { z } from 'zod';
import { writeAtomically } from '../../run/write-atomically.js';
import { hashOf, type LabelConfig } from './config.js';
import type { ClassCounts } from './label-task.js';

/** How far the labels in a folder have come. */
export interface LabelCheckpoint {
  readonly done: number;
  /** Length of labels.jsonl up to there. */
  readonly bytes: number;
  readonly counts: ClassCounts;
}

const shape = z.object({
  hash: z.string(),
  config: z.record(z.string(), z.unknown()),
  done: z.int().min(0),
  bytes: z.int().min(0),
  counts: z.record(z.string(), z.int()),
});

const FILE = 'checkpoint.json';

/**
 * The checkpoint in a folder, which is made if need be; one of nothing where there is none.
 *
 * @throws `INPUT_INVALID` for a folder that cannot be used, or holds labels of another configuration
 */
export function readLabelCheckpoint(folder: string, config: LabelConfig): LabelCheckpoint {
  const text = textIn(folder);
  if (text === undefined) return { done: 0, bytes: 0, counts: {} };
  const { hash, config: other, done, bytes, counts } = parsed(text, join(folder, FILE));
  if (hash === hashOf(config)) return { done, bytes, counts };
  const differences = Object.entries(config)
    .map(([name, value]) => [name, JSON.stringify(other[name]), JSON.stringify(value)])
    .filter(([, there, here]) => there !== here)
    .map(([name, there, here]) => `${name} ${there}, not ${here}`);
  throw refused(`it holds labels of another configuration: ${differences.join('; ')}`);
}

/** Replaces the checkpoint. What it speaks of has to be on the disk. */
export function writeLabelCheckpoint(folder: string, config: LabelConfig, checkpoint: LabelCheckpoint): void {
  writeAtomically(join(folder, FILE), `${JSON.stringify({ hash: hashOf(config), config, ...checkpoint }, null, 2)}\n`);
}

function textIn(folder: string): string | undefined {
  try {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, FILE);
    if (existsSync(path)) return readFileSync(path, 'utf8');
  } catch (error) {
    throw refused(`the folder cannot be used: ${(error as Error).message}`);
  }
  if (existsSync(join(folder, 'labels.jsonl'))) throw refused('there is a labels.jsonl without a checkpoint');
  return undefined;
}

function parsed(text: string, path: string): z.infer<typeof shape> {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    throw new CfcError('INPUT_INVALID', 'not a checkpoint of labels', path, 'Give another folder by --out.');
  }
}

const refused = (what: string): CfcError => new CfcError('INPUT_INVALID', what, '--out', 'Give another folder.');
