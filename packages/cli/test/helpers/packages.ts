import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A package in node_modules below a folder, with a manifest and one module. */
export function installed(
  manifest: { readonly name: string; readonly version?: string } & Readonly<Record<string, unknown>>,
  text = '',
  below = '.',
): Readonly<Record<string, string>> {
  const place = join(below, 'node_modules', manifest.name);
  const exported = { version: '0.1.0', type: 'module', exports: { '.': './index.js' } };
  return {
    [join(place, 'package.json')]: JSON.stringify({ ...exported, ...manifest }),
    [join(place, 'index.js')]: text,
  };
}

/** The package.json of a project that depends on packages, each in any version. */
export const project = (...names: readonly string[]): Readonly<Record<string, string>> => ({
  'package.json': JSON.stringify({ dependencies: Object.fromEntries(names.map((name) => [name, '*'])) }),
});

/** A link, as workspaces and `npm link` make them. */
export function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path, 'junction');
}
