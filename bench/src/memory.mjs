// Resident memory of a process that defines, compiles, evaluates and relaxes a system of a million modules and four million couplings,
// above that of an empty process. Each state is read in a process of its own; the peer is the size of the columns themselves.
import { execFileSync } from 'node:child_process';
import { row } from './row.mjs';

const SIZE = 1_000_000;
const mega = (bytes) => bytes / 2 ** 20;

if (process.argv[2] === undefined) {
  const measured = (upTo) =>
    Number(execFileSync(process.execPath, ['--expose-gc', process.argv[1], upTo], { encoding: 'utf8' }));
  const empty = measured('empty');
  console.log('resident memory at n = 1,000,000, m = 4,000,000, MB above an empty process');
  const columns = measured('columns') - empty;
  for (const state of ['columns', 'compiled', 'evaluated', 'relaxed']) {
    const above = measured(state) - empty;
    if (state === 'evaluated') row('MB resident, compiled and evaluated', mega(above), [250, 'most']);
    console.log(
      `${state.padEnd(10)} ${mega(above).toFixed(0).padStart(5)}   ${(above / columns).toFixed(2).padStart(5)} x the columns`,
    );
  }
} else {
  const { compile, relax } = await import('@cfc/core');
  const { mixedColumns, systemOf } = await import('./systems.mjs');
  const upTo = process.argv[2];
  const settle = () => {
    for (let k = 0; k < 4; k++) globalThis.gc();
    console.log(process.memoryUsage.rss());
    process.exit(0);
  };
  if (upTo === 'empty') settle();
  const columns = mixedColumns(SIZE);
  globalThis.kept = columns;
  if (upTo === 'columns') settle();
  const system = compile(systemOf(columns));
  globalThis.kept = [columns, system];
  if (upTo === 'compiled') settle();
  const [eta, out] = [system.vector(), system.vector()];
  eta.set(columns.eta);
  system.gradient(eta, system.unit, out);
  globalThis.kept = [columns, system, eta, out];
  if (upTo === 'evaluated') settle();
  globalThis.kept = [columns, system, relax(system, columns.eta)];
  settle();
}
