// Labels of vacua, five draws each, on one core, against the prototype's procedure in SciPy with the right derivatives (CPU seconds of both);
// then 100,000 random solves: how many converge, and to positive definite minima. Without SciPy the peer's columns stay empty.
import { labeller } from '@cfc/vacua';
import { numbersOf } from './python.mjs';
import { row } from './row.mjs';
import { cpuSeconds, median } from './timing.mjs';

const SAMPLES = 5;
const goals = new Map([
  [2, 10_000],
  [5, 8_000],
  [10, 4_000],
  [20, 2_000],
  [32, 1_000],
]);

/**
 * The columns of the peer: labels per CPU second, those without the second method, share of the draws that converged, and share whose Hessian is positive
 * definite where they ended.
 */
const peerText = ([all, first, converged, definite], rate) =>
  `${all.toFixed(1).padStart(6)}  ${first.toFixed(1).padStart(14)}  ${converged.toFixed(3).padStart(9)}  ${definite.toFixed(3).padStart(8)} | ${(rate / first).toFixed(0).padStart(6)}`;

const label = labeller();
console.log('Labels of five draws per CPU second, one core; the peer is L-BFGS-B, then trust-ncg, then eigh on numpy');
console.log('   n   labels/s    goal |  SciPy  L-BFGS-B alone  converged  definite |  ratio to L-BFGS-B alone');
for (const [n, goal] of goals) {
  const count = Math.round(30_000 / n);
  let id = 0;
  const run = () => {
    for (let i = 0; i < count; i++) label('bench', String(id++), SAMPLES, { moduli: n });
  };
  run();
  const rate = count / median(Array.from({ length: 5 }, () => cpuSeconds(run)));
  row(`labels per CPU second, n = ${n}`, rate, [goal, 'least']);
  const other = numbersOf('vacua_peer.py', n, n === 2 ? 40 : 4, SAMPLES);
  if (other !== null) row(`labels over L-BFGS-B and eigvalsh of SciPy, CPU, n = ${n}`, rate / other[1], [50, 'least']);
  const right = other === null ? '' : peerText(other, rate);
  console.log(`${String(n).padStart(4)} ${rate.toFixed(0).padStart(10)} ${String(goal).padStart(7)} | ${right}`);
}

console.log('\n100,000 random solves and more, n = 1 to 32');
for (const d of [1e-4, 1e-8]) {
  const solve = labeller({ d });
  const seen = { draws: 0, converged: 0, definite: 0, iterations: 0, most: 0 };
  for (let n = 1; n <= 32; n++) {
    for (const { reason, spectrum, iterations } of solve('solves', String(n), 1_600, { moduli: n }).draws) {
      seen.draws++;
      seen.converged += Number(reason === 'converged');
      seen.definite += Number(spectrum?.positive === n);
      seen.iterations += iterations;
      seen.most = Math.max(seen.most, iterations);
    }
  }
  const { draws, converged, definite, iterations, most } = seen;
  console.log(
    `  d = ${d}: ${draws} draws, ${converged} converged, ${definite} positive definite, steps ${(iterations / draws).toFixed(2)} in the mean, ${most} at most`,
  );
  row(`converged and positive definite share of ${draws} solves, d = ${d}`, Math.min(converged, definite) / draws, [
    1,
    'least',
  ]);
}
