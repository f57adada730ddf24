import { basename, extname, join, resolve } from 'node:path';
import { CfcError } from '@cfc/core';
import { type TrainerState, type WeightSpec, writeWeightPolicy } from '@cfc/gspo';
import { jsonText } from '../documents/json-text.js';
import type { Io } from '../io.js';
import { writeAtomically } from '../run/write-atomically.js';
import { readTree } from '../scenario/read-tree.js';

const PLUGIN = '@cfc/gspo';

interface Tree {
  readonly plugins?: readonly string[];
  readonly relax?: object;
}

/** Writes each scenario once more, as JSON, with the policy as its adapter: ready for `cfc run`. */
export async function writeScenarios(
  files: readonly string[],
  folder: string,
  { parameters }: Pick<TrainerState, 'parameters'>,
  spec: WeightSpec,
  anneal: number,
  io: Io,
): Promise<void> {
  const adapter = { use: 'GspoWeights', with: { policy: writeWeightPolicy({ spec, parameters }), anneal } };
  for (const file of files) {
    const tree = (await readTree(resolve(io.cwd, file), file)) as Tree;
    const plugins = [...new Set([...(tree.plugins ?? []), PLUGIN])];
    writeAtomically(join(folder, nameOf(file)), jsonText({ ...tree, plugins, relax: { ...tree.relax, adapter } }));
  }
}

const nameOf = (file: string): string => `${basename(file, extname(file))}.gspo.json`;

/** Throws `OPTION_INVALID` where two scenarios would be written to one file. */
export function checkNames(files: readonly string[]): void {
  const names = files.map(nameOf);
  const twice = names.find((name, k) => names.indexOf(name) < k);
  if (twice === undefined) return;
  throw new CfcError('OPTION_INVALID', `two scenarios would be written to ${twice}`, '--out', 'Rename one of them.');
}
