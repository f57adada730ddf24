// Two threads against one thread of the same code and against the plain system: energy and gradient in one pass, and whole
// relaxations under the default plan. Interleaved turns; the last columns are medians of the ratios of each turn within this run.
// Give a word to run only the rows that begin with it: `pass` or `relax`.
import { loadavg } from 'node:os';
import { compile, relax, writeState } from '@cfc/core';
import { startThreads } from '@cfc/core/threads';
import { row } from './row.mjs';
import { mixedColumns, systemOf } from './systems.mjs';
import { median, timed } from './timing.mjs';

const [only = ''] = process.argv.slice(2);
const cases = [
  [10_000, true],
  [100_000, true],
  [1_000_000, true],
  [1_000_000, false],
];
// Systems of 10,000 modules are below what is shared by default.
const pools = await Promise.all([1, 2].map((threads) => startThreads({ threads, smallest: 10_000 })));

console.log('milliseconds: the plain system, threads with 1 and with 2; how many times as fast two threads are');
console.log('what          n  graph       plain       1       2   to one  to plain');
for (const [size, locality] of cases) {
  const columns = mixedColumns(size, { locality });
  const source = systemOf(columns);
  const systems = [{}, { threads: pools[0] }, { threads: pools[1] }].map((given) => compile(source, given));
  if ('pass'.startsWith(only)) {
    const repeats = Math.max(10, Math.round(2e6 / size));
    const runs = systems.map((system) => {
      const [eta, out] = [system.vector(), system.vector()];
      eta.set(columns.eta);
      return () => system.gradient(eta, system.unit, out);
    });
    report('pass', size, locality, runs, 21, repeats, Math.abs);
  }
  if ('relax'.startsWith(only)) {
    const runs = systems.map((system) => () => relax(system, columns.eta));
    report('relax', size, locality, runs, size > 100_000 ? 3 : 7, 1, (solution) => writeState(solution.state));
  }
}
console.log(`load of the machine at the end: ${loadavg()[0].toFixed(2)}`);
await Promise.all(pools.map((pool) => pool.stop()));

/** Times the plain system, one thread and two in turn, and prints a row; `told` is what the threads have to agree on. */
function report(what, size, locality, runs, turns, repeats, told) {
  const [, one, two] = runs.map((run) => told(run()));
  if (one !== two) throw new Error('the number of threads shows in the result');
  const times = Array.from({ length: turns }, () =>
    runs.map(
      (run) =>
        timed(() => {
          for (let r = 0; r < repeats; r++) run();
        }) / repeats,
    ),
  );
  const each = (k) => median(times.map((turn) => turn[k]));
  const ratio = (k) => median(times.map((turn) => turn[k] / turn[2]));
  if (size >= 100_000 && locality) row(`two threads over one, ${what}, n = ${size}`, ratio(1), [1.8, 'least']);
  const columns = [0, 1, 2].map((k) => each(k).toPrecision(4).padStart(8)).join('');
  console.log(
    `${what.padEnd(6)}${String(size).padStart(9)}  ${(locality ? 'locality' : 'expander').padEnd(8)}${columns}   ${ratio(1).toFixed(2)}      ${ratio(0).toFixed(2)}`,
  );
}
