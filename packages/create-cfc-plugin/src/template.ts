import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Names } from './names.js';

const folder = fileURLToPath(new URL('../template', import.meta.url));
const placeholders = /cfc-plugin-specimen|Specimen|specimen(?=-)|specimen/g;

/**
 * The files of a new plugin by path: those of the template, with its names replaced.
 *
 * @param author told in package.json and LICENSE; left out where it is not known
 */
export function filesOf(names: Names, author?: string, year = new Date().getFullYear()): ReadonlyMap<string, string> {
  const named = (text: string): string =>
    text.replace(placeholders, (found, at: number) => {
      if (found === 'cfc-plugin-specimen') return names.package;
      if (found === 'Specimen') return names.pascal;
      return text[at + found.length] === '-' ? names.kebab : names.camel;
    });
  const files = new Map<string, string>();
  for (const path of paths()) {
    const text = named(readFileSync(join(folder, path), 'utf8'));
    const target = pathOf(named(path));
    files.set(target, author === undefined ? text : signed(target, text, author, year));
  }
  return files;
}

const paths = (): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

/** Packages cannot hold these: they would be taken for their own. */
const others: Readonly<Record<string, string>> = { gitignore: '.gitignore', 'manifest.json': 'package.json' };

const pathOf = (path: string): string => others[path] ?? path;

function signed(path: string, text: string, author: string, year: number): string {
  if (path === 'LICENSE') return text.replace(/\(c\) .*/, () => `(c) ${year} ${author}`);
  if (path !== 'package.json') return text;
  return text.replace(
    /^( *)"license": .*\n/m,
    (line, space: string) => `${line}${space}"author": ${JSON.stringify(author)},\n`,
  );
}
