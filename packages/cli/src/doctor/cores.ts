import { relative } from 'node:path';
import type { Finding } from './finding.js';
import { findInstalled } from './installed.js';

/** A folder whose code imports the core, and whose it is. */
export interface Start {
  readonly who: string;
  readonly folder: string;
}

/** How many copies of the core there are, as seen from several folders. Plugins are to have the core as a peer, so that there is one. */
export function cores(starts: readonly Start[], cwd: string): Finding {
  const copies = new Map<string, { version: string; who: string[] }>();
  for (const { who, folder } of starts) {
    const found = findInstalled('@cfc/core', folder);
    if (found === null) continue;
    const copy = copies.get(found.folder) ?? { version: found.manifest?.version || 'unknown', who: [] };
    copies.set(found.folder, copy);
    if (!copy.who.includes(who)) copy.who.push(who);
  }
  const versions = [...new Set([...copies.values()].map(({ version }) => version))];
  const list = [...copies].map(([at, { version, who }]) => `${version} at ${near(at, cwd)} (${who.join(', ')})`);
  if (copies.size === 1) return { level: 'ok', topic: 'core', what: `one @cfc/core, ${versions[0]}`, fix: null };
  const what = `${copies.size} copies of @cfc/core: ${list.join('; ')}`;
  const ask = 'npm ls @cfc/core tells who brings which; npm dedupe makes them one';
  if (versions.length === 1)
    return { level: 'note', topic: 'core', what, fix: `They agree, so nothing fails. ${ask}.` };
  const own =
    'where the command is another one, install it in the project (npm install --save-dev @cfc/cli) and run npx cfc';
  return { level: 'problem', topic: 'core', what, fix: `Bring all to one version. ${ask}; ${own}.` };
}

const near = (path: string, cwd: string): string => {
  const short = relative(cwd, path);
  return short.startsWith('..') || short === '' ? path : short;
};
