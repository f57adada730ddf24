import { CfcError, suggestion } from '@cfc/core';
import type { Task } from './task.js';

/** The feature table of that name, or the first. Throws `INPUT_INVALID` for a name that the task does not have. */
export function tableOf({ name: task, features }: Task, name = Object.keys(features)[0]!): Task['features'][string] {
  const table = Object.hasOwn(features, name) ? features[name] : undefined;
  if (table !== undefined) return table;
  const fix = suggestion(name, Object.keys(features));
  throw new CfcError('INPUT_INVALID', `the task ${task} has no features "${name}"`, 'features', fix);
}
