// What it costs to define and to compile a system from columns, in nanoseconds for each coupling, beside one evaluation of
// energy and gradient: the peer is the system's own kernel.
import { compile } from '@cfc/core';
import { row } from './row.mjs';
import { mixedColumns, systemOf } from './systems.mjs';
import { median, timed } from './timing.mjs';

console.log('       n   define   compile   evaluate, ns for each coupling   compile / evaluate');
for (const size of [1_000, 100_000, 1_000_000]) {
  const columns = mixedColumns(size);
  const turns = Array.from({ length: size > 100_000 ? 3 : 9 }, () => {
    let source;
    const define = timed(() => (source = systemOf(columns)));
    let system;
    const build = timed(() => (system = compile(source)));
    const [eta, out] = [system.vector(), system.vector()];
    eta.set(columns.eta);
    system.gradient(eta, system.unit, out);
    return { define, build, evaluate: timed(() => system.gradient(eta, system.unit, out)) };
  });
  const each = (key) => ((1e6 * median(turns.map((turn) => turn[key]))) / (4 * size)).toFixed(2).padStart(8);
  if (size >= 100_000) row(`compile, ns a coupling, n = ${size}`, Number(each('build')), [60, 'most']);
  const ratio = median(turns.map(({ build, evaluate }) => build / evaluate)).toFixed(1);
  console.log(
    `${String(size).padStart(8)} ${each('define')}  ${each('build')}   ${each('evaluate')} ${ratio.padStart(27)}`,
  );
}
