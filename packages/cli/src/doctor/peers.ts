import { satisfies, validRange } from 'semver';
import type { Finding } from './finding.js';
import { findInstalled, ownPackage } from './installed.js';
import type { Manifest } from './manifest.js';

const core = '@cfc/core';

/** Whether a plugin names the core as a peer, and whether both the core that it gets and that of the command are in its range. */
export function peers(manifest: Manifest, folder: string): readonly Pick<Finding, 'level' | 'what' | 'fix'>[] {
  const found: Pick<Finding, 'level' | 'what' | 'fix'>[] = [];
  if (manifest.dependencies[core] !== undefined) {
    const fix = 'Its author should move it to peerDependencies, so that there is one core in a program.';
    found.push({ level: 'note', what: `it brings a ${core} of its own, as a dependency`, fix });
  }
  const range = manifest.peerDependencies[core] ?? manifest.dependencies[core];
  if (range === undefined) {
    const fix = `Its author should add ${core} to peerDependencies.`;
    return [...found, { level: 'note', what: 'its manifest does not say which core it was made for', fix }];
  }
  if (validRange(range) === null) return found; // a file, a link or a tag, as in workspaces: nothing to compare with
  for (const [whose, from] of [
    ['that it gets', folder],
    ['of the command', ownPackage().folder],
  ] as const) {
    const version = findInstalled(core, from)?.manifest?.version;
    if (version === undefined) {
      found.push({ level: 'problem', what: `it finds no ${core}`, fix: `npm install "${core}@${range}"` });
    } else if (!satisfies(version, range, { includePrerelease: true })) {
      const what = `it is made for ${core} ${range}, and the one ${whose} is ${version}`;
      found.push({
        level: 'problem',
        what,
        fix: `Install a version of it that is made for ${version}, or another core.`,
      });
    }
  }
  return found;
}
