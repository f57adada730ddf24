import { join } from 'node:path';
import { cfc } from './cfc.js';
import { examples } from './folder.js';

/** Runs a sample scenario into the folder `name` of `cwd`. */
export async function ran(cwd: string, name: string, scenario: string, ...flags: string[]): Promise<void> {
  const { code, stderr } = await cfc(['run', join(examples, scenario), '--out', name, ...flags], cwd);
  if (code !== 0) throw new Error(stderr);
}
