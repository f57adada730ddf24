import { isBuiltin } from 'node:module';
import { CfcError, corePlugin, type Plugin } from '@cfc/core';
import { bundled } from './bundled.js';
import { findPackage } from './find-package.js';

/**
 * Imports plugins by the names of their packages, or by paths that begin with a dot.
 *
 * @param folders where to look, in this order; what comes with the command is found last
 * @param where what asked for them, for errors
 * @returns the core, then every plugin that the packages export
 * @throws `NAME_UNKNOWN` for a package that is not there, `INPUT_INVALID` for one that is no plugin
 */
export async function loadPlugins(
  names: readonly string[],
  folders: readonly string[],
  where = 'plugins',
): Promise<readonly Plugin[]> {
  const plugins: Plugin[] = [corePlugin];
  for (const name of names) if (name !== corePlugin.name) plugins.push(...(await pluginsIn(name, folders, where)));
  return plugins;
}

async function pluginsIn(name: string, folders: readonly string[], where: string): Promise<readonly Plugin[]> {
  const plugins = [...new Set<unknown>(Object.values(await importPackage(name, folders, where)))].filter(isPlugin);
  if (plugins.length > 0) return plugins;
  throw new CfcError('INPUT_INVALID', `"${name}" exports no plugin`, where, 'Export what definePlugin returns.');
}

async function importPackage(name: string, folders: readonly string[], where: string): Promise<object> {
  if (!isPackageOrPath(name)) {
    const fix = 'Name a package, or a file by a path that begins with a dot.';
    throw new CfcError('INPUT_INVALID', `"${name}" is neither a package nor a relative path`, where, fix);
  }
  try {
    const url = findPackage(name, folders);
    if (url !== null) return (await import(/* @vite-ignore */ url)) as object;
  } catch (error) {
    if (isFolder(error)) {
      const fix = `Name the file in it that exports the plugin, like ${name.replace(/\/+$/, '')}/index.js.`;
      throw new CfcError('INPUT_INVALID', `"${name}" is a folder`, where, fix);
    }
    const what = `"${name}" cannot be loaded: ${error instanceof Error ? error.message : String(error)}`;
    const fix = error instanceof SyntaxError ? 'Repair it: node --check shows the line.' : 'Repair or reinstall it.';
    throw new CfcError('INPUT_INVALID', what, where, fix);
  }
  const own = bundled.get(name);
  if (own !== undefined) return own();
  if (!name.startsWith('.')) {
    const fix = /\.[cm]?[jt]s$/.test(name) ? `A file begins with a dot: ./${name}.` : `Install it: npm install ${name}`;
    throw new CfcError('NAME_UNKNOWN', `no package "${name}"`, where, fix);
  }
  const fix = 'Give a path that starts at the folder of the scenario, or at the current one.';
  throw new CfcError('NAME_UNKNOWN', `no file "${name}"`, where, fix);
}

const PACKAGE = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*(?:\/[^/\\%?#]+)*$/i;

/**
 * Only what is found in `node_modules`, or lies where the path says: no absolute path, no URL, nothing that comes with Node, nothing that leaves
 * the package by dots.
 */
function isPackageOrPath(name: string): boolean {
  if (/^\.\.?(?:\/|$)/.test(name)) return !/[\\%?#\0]/.test(name);
  return PACKAGE.test(name) && !isBuiltin(name) && !name.split('/').some((part) => part === '.' || part === '..');
}

/** Modules are files: where a path leads to a folder, Node refuses to guess which file is meant. */
const isFolder = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ERR_UNSUPPORTED_DIR_IMPORT';

/** A value that claims to be a plugin; the registry checks the claim. */
function isPlugin(value: unknown): value is Plugin {
  return typeof value === 'object' && value !== null && 'name' in value && 'api' in value && 'provides' in value;
}
