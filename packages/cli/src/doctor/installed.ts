import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ownFolder } from '../own-folder.js';
import { type Manifest, manifestOf } from './manifest.js';

/** A package as it lies on the disk. */
export interface Installed {
  /** Its real folder, links followed. */
  readonly folder: string;
  /** Null where its package.json cannot be understood. */
  readonly manifest: Manifest | null;
}

/** The package that code in a folder gets by a name, whatever its `exports` hide; null where there is none. */
export const findInstalled = (name: string, folder: string): Installed | null =>
  above(folder, (parent) => read(join(parent, 'node_modules', name)));

/** The package that a folder belongs to; null where it belongs to none. */
export const packageAround = (folder: string): Installed | null => above(folder, read);

/** The package that a file belongs to: the nearest with a name, as folders of built files may hold a package.json without one. */
export const packageOfFile = (file: string): Installed | null =>
  above(dirname(file), (folder) => {
    const found = read(folder);
    return found?.manifest?.name === '' ? null : found;
  });

/** The package of the command itself. */
export const ownPackage = (): Installed => read(ownFolder)!;

/** The first answer from a folder upwards. */
function above(folder: string, answer: (folder: string) => Installed | null): Installed | null {
  for (let at = real(folder); ; at = dirname(at)) {
    const found = answer(at);
    if (found !== null || dirname(at) === at) return found;
  }
}

function read(folder: string): Installed | null {
  try {
    const text = readFileSync(join(folder, 'package.json'), 'utf8');
    return { folder: real(folder), manifest: manifestOf(text) };
  } catch {
    return null;
  }
}

function real(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
