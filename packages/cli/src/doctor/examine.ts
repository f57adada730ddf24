import { type Candidate, candidate } from './candidate.js';
import { clashes } from './clashes.js';
import { contract } from './contract.js';
import { cores } from './cores.js';
import { engineFindings, engineHere } from './engine.js';
import type { DoctorDocument, Finding } from './finding.js';
import { findInstalled, type Installed, ownPackage, packageAround } from './installed.js';
import { nodeVersion } from './node-version.js';
import { optionalPackages } from './optional-packages.js';
import { byFlag, inProject, inScenario, type Wanted } from './wanted.js';

/**
 * Looks at everything that keeps commands and plugins from working where one stands.
 *
 * @param scenarios files whose plugins are looked at too
 * @param named more packages or files to look at
 * @throws `INPUT_INVALID` for a scenario that cannot be read; whatever is wrong with a plugin is a finding
 */
export async function examine(
  scenarios: readonly string[],
  named: readonly string[],
  cwd: string,
): Promise<DoctorDocument> {
  const own = ownPackage();
  const project = packageAround(cwd);
  const wanted: Wanted[] = project === null ? [] : [inProject(project)];
  if (named.length > 0) wanted.push(byFlag(named, cwd));
  for (const file of scenarios) wanted.push(await inScenario(file, cwd));

  const seen = new Map<string, Candidate>();
  const groups: (readonly [Wanted, readonly Candidate[]])[] = [];
  for (const one of wanted) {
    const members: Candidate[] = [];
    for (const name of one.names) {
      const key = [name, ...one.folders].join('\n');
      if (!seen.has(key)) seen.set(key, await candidate(name, one.folders));
      members.push(seen.get(key)!);
    }
    groups.push([one, members]);
  }
  const plugins = distinct([...seen.values()]);
  const packages = [own, ...ours(own), ...(project === null ? [] : ours(project)), ...plugins.flatMap(packageOf)];
  const starts = [
    ...(project === null ? [] : [{ who: 'this project', folder: project.folder }]),
    { who: 'the command', folder: own.folder },
    ...plugins.flatMap((plugin) => packageOf(plugin).map(({ folder }) => ({ who: plugin.name, folder }))),
  ];
  return summed([
    nodeVersion(process.versions.node, own.manifest?.engines['node'] ?? '*'),
    ...engineFindings(engineHere()),
    cores(starts, cwd),
    ...(project?.manifest === null ? [unreadable] : []),
    ...plugins.flatMap(contract),
    ...groups.flatMap(([one, members]) => clashes(one, distinct(members))),
    ...optionalPackages([...new Map(packages.map((one) => [one.folder, one])).values()]),
  ]);
}

const unreadable: Finding = {
  level: 'problem',
  topic: 'package',
  what: 'the package.json of this project is no JSON object',
  fix: 'Repair it: npm pkg get name tells where the fault is.',
};

/** Candidates without those that lead to a file that another one leads to. */
const distinct = (all: readonly Candidate[]): readonly Candidate[] => [
  ...new Map(all.map((one) => [one.url ?? one.name, one])).values(),
];

const packageOf = ({ installed }: Candidate): readonly Installed[] => (installed === null ? [] : [installed]);

/** The packages of ours that a package depends on. */
function ours({ folder, manifest }: Installed): readonly Installed[] {
  const names = Object.keys({ ...manifest?.dependencies, ...manifest?.devDependencies });
  return names
    .filter((name) => name.startsWith('@cfc/'))
    .map((name) => findInstalled(name, folder))
    .filter((one) => one !== null);
}

function summed(findings: readonly Finding[]): DoctorDocument {
  const count = (level: Finding['level']): number => findings.filter((one) => one.level === level).length;
  return { ok: count('problem') === 0, problems: count('problem'), notes: count('note'), findings };
}
