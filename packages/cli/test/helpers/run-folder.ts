import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { cfc } from './cfc.js';
import { examples } from './folder.js';

/** Runs a sample scenario into the folder `name` of `cwd`, and sees to it that the folder tells what ran. */
export async function ran(cwd: string, name: string, scenario: string, ...flags: string[]): Promise<void> {
  const { code, stderr } = await cfc(['run', join(examples, scenario), '--out', name, ...flags], cwd);
  if (code !== 0) throw new Error(stderr);
  const tree = parse(readFileSync(join(examples, scenario), 'utf8')) as unknown;
  const record = { run: name, scenario: { file: scenario, tree }, seed: 7, versions: { '@cfc/core': '1.0.0' } };
  writeFileSync(join(cwd, name, 'run.json'), JSON.stringify(record));
}
