import { resolve } from 'node:path';
import { readDualConfig, type ReadConfig } from '@cfc/dual';
import { checkData } from '../scenario/check-data.js';
import { readTree } from '../scenario/read-tree.js';

const purpose = {
  called: 'a configuration file',
  begin: 'Begin it with losses: { name: { target: 0.1, normalizer: none } }.',
};

/** A configuration file, ready to be replayed. */
export interface LoadedConfig extends ReadConfig {
  /** The file as the user called it. */
  readonly file: string;
  /** What the file says. */
  readonly tree: unknown;
}

/** Reads and checks a configuration file, YAML or JSON. */
export async function loadConfig(file: string, cwd: string): Promise<LoadedConfig> {
  const tree = await readTree(resolve(cwd, file), file, purpose);
  checkData(tree);
  return { ...readDualConfig(tree), file, tree };
}
