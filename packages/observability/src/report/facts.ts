import type { Identity, Run } from './run.js';

/** What ran, where and when, as far as run.json tells. */
export function factsOf({ directory, identity }: Run): readonly (readonly [string, string])[] {
  if (identity === null) return [['folder', directory]];
  const { scenario, modules, couplings, seed, started, versions, machine, git, fingerprint } = identity;
  const facts: readonly (readonly [string, string | null])[] = [
    ['scenario', scenario.file],
    ['system', modules === null ? null : `${modules} modules${couplings === null ? '' : `, ${couplings} couplings`}`],
    ['seed', seed === null ? null : String(seed)],
    ['started', started],
    ['versions', listed(versions, ' ')],
    ['machine', listed(inGibibytes(machine), ': ')],
    ['commit', git === null ? null : `${git.commit}${git.dirty ? ', with changes since' : ''}`],
    ['fingerprint', fingerprint],
    ['folder', directory],
  ];
  return facts.filter((fact): fact is readonly [string, string] => fact[1] !== null && fact[1] !== '');
}

/** Memory is told in bytes. */
const inGibibytes = (machine: Identity['machine']): Identity['machine'] =>
  typeof machine['memory'] === 'number'
    ? { ...machine, memory: `${(machine['memory'] / 2 ** 30).toFixed(1)} GiB` }
    : machine;

const listed = (values: Readonly<Record<string, string | number>>, between: string): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}${between}${value}`)
    .join(', ');
