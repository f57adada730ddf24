import { corePlugin, type Plugin } from '@cfc/core';
import type { Candidate } from './candidate.js';
import type { Finding } from './finding.js';
import { ghost } from './ghost.js';
import { refusal } from './refusal.js';
import type { Wanted } from './wanted.js';

/**
 * Names that two plugins claim: a problem where both are named for one registry, else a note.
 *
 * @param candidates what the names of `wanted` stand for; those that no registry takes anyway are left out
 */
export function clashes({ where, together }: Wanted, candidates: readonly Candidate[]): readonly Finding[] {
  const kept: Plugin[] = [corePlugin];
  const found: Finding[] = [];
  const ghosts = candidates.flatMap(({ probed }) => ('fault' in probed ? [] : probed.plugins.map(ghost)));
  for (const plugin of ghosts.filter((one) => refusal([one]) === null)) {
    const fault = refusal([...kept, plugin]);
    if (fault === null) kept.push(plugin);
    else
      found.push({
        level: together ? 'problem' : 'note',
        topic: 'plugin',
        what: `${where}: ${fault.what}`,
        fix: fault.fix,
      });
  }
  return found;
}
