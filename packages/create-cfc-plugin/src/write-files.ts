import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refused } from './refused.js';

/**
 * Writes files into a folder that is empty or not there yet; a folder that holds a .git alone counts as empty.
 *
 * @throws Refused for any other
 */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw new Refused(`${folder} is a file`, 'Name another folder.');
    const [found] = readdirSync(folder).filter((name) => name !== '.git');
    if (found !== undefined) throw new Refused(`${folder} is not empty: it holds ${found}`, 'Name another folder.');
  }
  for (const [path, text] of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}
