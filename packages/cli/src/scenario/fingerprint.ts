import { createHash } from 'node:crypto';
import type { Plugin } from '@cfc/core';

/** SHA-256 of all that a run's bits depend on: the scenario's tree and the versions of its plugins. */
export function fingerprint(tree: unknown, plugins: readonly Plugin[]): string {
  const versions = plugins.map(({ name, version }) => [name, version]);
  return createHash('sha256')
    .update(JSON.stringify([tree, versions]))
    .digest('hex');
}
