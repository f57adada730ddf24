import { satisfies } from 'semver';
import type { Finding } from './finding.js';
import { findInstalled, type Installed } from './installed.js';
import { uses } from './uses.js';

interface Optional {
  readonly range: string;
  /** Null where it is not installed, empty where its version is not known. */
  readonly version: string | null;
  /** The packages that declare it. */
  readonly by: string[];
}

/** Which of the packages that some declare as optional peers are there, and what the others are needed for. */
export function optionalPackages(packages: readonly Installed[]): readonly Finding[] {
  const all = optionals(packages);
  const there = [...all].filter(([, { version }]) => version !== null);
  const list = there.map(([name, { version }]) => `${name} ${version}`).sort();
  const what = `optional packages that are there: ${list.join(', ')}`;
  const ok: Finding = { level: 'ok', topic: 'package', what, fix: null };
  return [...(list.length > 0 ? [ok] : []), ...[...all].sort().flatMap(([name, one]) => fault(name, one))];
}

function optionals(packages: readonly Installed[]): ReadonlyMap<string, Optional> {
  const all = new Map<string, Optional>();
  for (const { folder, manifest } of packages) {
    for (const [name, { optional }] of Object.entries(manifest?.peerDependenciesMeta ?? {})) {
      if (optional !== true || manifest === null) continue;
      const installed = findInstalled(name, folder);
      const version = installed === null ? null : (installed.manifest?.version ?? '');
      const known = all.get(name);
      known?.by.push(manifest.name);
      // where several declare it, the first that finds it speaks for all
      if (known !== undefined && (known.version !== null || version === null)) continue;
      all.set(name, { range: manifest.peerDependencies[name] ?? '*', version, by: known?.by ?? [manifest.name] });
    }
  }
  return all;
}

function fault(name: string, { range, version, by }: Optional): readonly Finding[] {
  const fix = `npm install "${name}@${range}"`;
  const told = (level: Finding['level'], what: string): readonly Finding[] => [{ level, topic: 'package', what, fix }];
  if (version === null) return told('note', `${name} is not installed; needed by ${uses[name] ?? by.join(', ')}`);
  if (satisfies(version, range, { includePrerelease: true })) return [];
  return told('problem', `${name} is ${version || 'of no known version'}, and ${by.join(', ')} asks for ${range}`);
}
