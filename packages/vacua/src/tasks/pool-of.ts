import type { Pool } from '../active/learn.js';
import { type Oracle, listedOracle } from '../active/oracle.js';
import type { Split } from '../splits/split.js';
import { indicesOf } from './indices.js';
import { tableOf } from './table-of.js';
import type { Task } from './task.js';

/** The training side of a split as a pool without labels, the test side, and an oracle for the pool: a new one for each run of `learn`. Throws `INPUT_INVALID` for features that the task does not have. */
export function poolOf(task: Task, split: Split, features?: string): { pool: Pool; oracle: () => Oracle } {
  const { train, test } = indicesOf(task, split);
  const { rows } = tableOf(task, features)(train);
  const pool = {
    classes: task.classes.length,
    pool: { ids: train.map((i) => task.examples[i]!.id), rows: train.map((i) => rows[i]!) },
    test: { rows: test.map((i) => rows[i]!), labels: test.map((i) => task.examples[i]!.label) },
  };
  return { pool, oracle: () => listedOracle(train.map((i) => task.examples[i]!)) };
}
