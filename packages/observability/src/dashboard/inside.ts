import { realpathSync } from 'node:fs';
import { sep } from 'node:path';

/** The real path of something, or null where there is none or it lies outside the folder, by links too. */
export function inside(folder: string, path: string): string | null {
  try {
    const [root, real] = [realpathSync(folder), realpathSync(path)];
    return real === root || real.startsWith(root.endsWith(sep) ? root : root + sep) ? real : null;
  } catch {
    return null;
  }
}
