// What the order chosen at compile time saves: one pass of energy and gradient with `order: 'auto'` against the order in which the
// system was given, and what it costs to compile. The peer is the same kernel on the given order.
import { compile } from '@cfc/core';
import { row } from './row.mjs';
import { mixedColumns, shuffled, systemOf } from './systems.mjs';
import { median, timed } from './timing.mjs';

const SIZE = 1_000_000;
const TURNS = 5;

console.log('ordering at n = 1,000,000: ns for each coupling of one pass, and of compiling');
console.log('graph                 given   ordered   ratio   compile given   compile ordered');
for (const [name, columns] of [
  ['local, shuffled', shuffled(mixedColumns(SIZE))],
  ['expander, shuffled', shuffled(mixedColumns(SIZE, { locality: false }))],
]) {
  const source = systemOf(columns, { gated: false });
  const built = ['given', 'auto'].map((order) => {
    let system;
    const build = timed(() => (system = compile(source, { order })));
    const loops = system.inner ?? system;
    const [eta, out] = [loops.vector(), loops.vector()];
    eta.set(system.toInner(columns.eta));
    return { build, system, pass: () => loops.gradient(eta, loops.unit, out) };
  });
  const [given, ordered] = built;
  if (Math.abs(given.pass() - ordered.pass()) > 1e-9 * Math.abs(given.pass())) throw new Error('two different systems');
  const turns = Array.from({ length: TURNS }, () => ({ given: timed(given.pass), ordered: timed(ordered.pass) }));
  const ratio = median(turns.map((turn) => turn.given / turn.ordered));
  row(`given order over ordered, ${name}`, ratio, [name.startsWith('local') ? 5 : 1.9, 'least']);
  const each = (milliseconds) => ((1e6 * milliseconds) / (4 * SIZE)).toFixed(2);
  console.log(
    [
      name.padEnd(18),
      each(median(turns.map((turn) => turn.given))).padStart(8),
      each(median(turns.map((turn) => turn.ordered))).padStart(9),
      ratio.toFixed(2).padStart(7),
      each(given.build).padStart(15),
      each(ordered.build).padStart(17),
    ].join(' '),
  );
}
