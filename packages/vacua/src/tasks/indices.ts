import { CfcError } from '@cfc/core';
import { type Id, type Side, type Split, sides } from '../splits/split.js';
import type { Task } from './task.js';

/** Where the examples of each side of a split stand in a task. Throws `INPUT_INVALID` for an id that the task does not have. */
export function indicesOf({ examples, name }: Task, split: Split): Readonly<Record<Side, readonly number[]>> {
  const at = new Map(examples.map(({ id }, i) => [id as Id, i]));
  const found = (side: Side): number[] =>
    split[side].map((id) => {
      const index = at.get(id);
      if (index !== undefined) return index;
      throw new CfcError('INPUT_INVALID', `the task ${name} has no example ${id}`, `split.${side}`);
    });
  const [train, validation, test] = sides.map(found);
  return { train: train!, validation: validation!, test: test! };
}
