import { fileURLToPath } from 'node:url';
import { bundled } from '../plugins/bundled.js';
import { findPackage } from '../plugins/find-package.js';
import { findInstalled, type Installed, ownPackage, packageAround, packageOfFile } from './installed.js';
import { type Probed, probe } from './probe.js';

/** A package that is to be a plugin, as it was found and loaded. */
export interface Candidate {
  /** As it was named: a package, or a path. */
  readonly name: string;
  /** The file that was loaded; null where none was found. */
  readonly url: string | null;
  /** The package that the file belongs to. */
  readonly installed: Installed | null;
  readonly probed: Probed;
}

/** Finds and loads what scenarios get by a name, from the first of several folders that has it. Never rejects. */
export async function candidate(name: string, folders: readonly string[]): Promise<Candidate> {
  try {
    const url = findPackage(name, folders) ?? bundledUrl(name);
    if (url === null) return absent(name, folders);
    const installed = packageOfFile(fileURLToPath(url));
    return { name, url, installed, probed: await probe(url) };
  } catch (error) {
    return { name, url: null, installed: null, probed: { fault: (error as Error).message } };
  }
}

/** What comes with the command is found last. */
const bundledUrl = (name: string): string | null =>
  bundled.has(name) ? findPackage(name, [ownPackage().folder]) : null;

function absent(name: string, folders: readonly string[]): Candidate {
  if (name.startsWith('.')) return { name, url: null, installed: null, probed: { fault: 'there is no such file' } };
  const [installed = null] = folders.map((folder) => findInstalled(name, folder)).filter((one) => one !== null);
  const around = folders.map(packageAround).find((one) => one?.manifest?.name === name) ?? null;
  const there = installed ?? around;
  const fault =
    there === null ? 'it is not installed' : 'the file that its package.json leads to is not there; is it built?';
  return { name, url: null, installed: there, probed: { fault } };
}
