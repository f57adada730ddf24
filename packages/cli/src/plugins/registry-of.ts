import { createRegistry, type Registry } from '@cfc/core';
import { bundled } from './bundled.js';
import { loadPlugins } from './load-plugins.js';

/** A registry of the core, what comes with the command, and more packages by the names that --plugin gave. */
export async function registryOf(more: readonly string[], cwd: string): Promise<Registry> {
  const names = new Set([...bundled.keys(), ...more]);
  return createRegistry(await loadPlugins([...names], [cwd], '--plugin'));
}
