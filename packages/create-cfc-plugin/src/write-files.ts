import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Refused } from './refused.js';

/**
 * Writes files into a folder that is empty or not there yet; a folder that holds a .git alone counts as empty.
 *
 * @param name path of the folder, from `cwd`
 * @throws Refused for any other
 */
export function writeFiles(cwd: string, name: string, files: ReadonlyMap<string, string>): void {
  const folder = resolve(cwd, name);
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw new Refused(`${name} is a file`, 'Name another folder.');
    const [found] = readdirSync(folder).filter((name) => name !== '.git');
    if (found !== undefined) throw new Refused(`${name} is not empty: it holds ${found}`, 'Name another folder.');
  }
  for (const [path, text] of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}
