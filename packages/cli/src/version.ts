import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFolder } from './own-folder.js';

/** The version of this package. */
export function version(): string {
  const text = readFileSync(join(ownFolder, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
