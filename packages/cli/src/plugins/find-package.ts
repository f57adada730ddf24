import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { moduleResolve } from 'import-meta-resolve';

/**
 * The URL of the module that `import name` would load from the first of several folders that has it.
 *
 * @returns null where none has it
 */
export function findPackage(name: string, folders: readonly string[]): string | null {
  for (const folder of folders) {
    try {
      return moduleResolve(name, pathToFileURL(join(folder, 'scenario.js'))).href;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    }
  }
  return null;
}
