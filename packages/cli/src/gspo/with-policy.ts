import { basename, extname, join, resolve } from 'node:path';
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
    const name = `${basename(file, extname(file))}.gspo.json`;
    writeAtomically(join(folder, name), jsonText({ ...tree, plugins, relax: { ...tree.relax, adapter } }));
  }
}
