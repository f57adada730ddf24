// PCGrad, CAGrad and UPGrad of eight gradients of a million entries, in CPU time: what they take beyond the Gram matrix, and the same in
// NumPy on one thread (Gram matrix, direction, PCGrad in parameter space as published). Without NumPy the peer is left out.
import { combine, gramOf } from '@cfc/dual';
import { numbersOf } from './python.mjs';
import { row } from './row.mjs';
import { cpuSeconds, median } from './timing.mjs';

const [COUNT, LENGTH, TURNS] = [8, 1_000_000, 11];
const gradients = Array.from({ length: COUNT }, (_, i) =>
  Float64Array.from({ length: LENGTH }, (_, k) => Math.sin((i + 1) * 0.37 * (k % 9973) + i)),
);
const out = new Float64Array(LENGTH);
const orders = gradients.map((_, i) => gradients.flatMap((_, k) => (k === i ? [] : [k])));

const runs = {
  'Gram matrix': () => gramOf(gradients),
  pcgrad: () => combine(gradients, { method: 'pcgrad', orders }, out),
  cagrad: () => combine(gradients, { method: 'cagrad' }, out),
  upgrad: () => combine(gradients, { method: 'upgrad' }, out),
};
const names = Object.keys(runs);
for (let warm = 0; warm < 3; warm++) names.forEach((name) => runs[name]());
const turns = Array.from({ length: TURNS }, () => names.map((name) => 1000 * cpuSeconds(runs[name])));
const times = names.map((_, k) => median(turns.map((turn) => turn[k])));
const ratios = names.map((_, k) => median(turns.map((turn) => turn[k] / turn[0])));

console.log(`${COUNT} gradients of ${LENGTH} entries (CPU milliseconds, medians of ${TURNS} turns)`);
names.forEach((name, k) => {
  console.log(`${name.padEnd(14)}${times[k].toFixed(1).padStart(8)}${ratios[k].toFixed(2).padStart(8)} x Gram`);
  if (k > 0) row(`${name} over its Gram matrix, K = ${COUNT}, n = 1e6, CPU`, ratios[k], [1.5, 'most']);
});
/** CPU milliseconds of Gram matrix, direction and PCGrad in NumPy, and the length of the direction of PCGrad. */
const other = numbersOf('dual_gradients_peer.py', COUNT, LENGTH, TURNS);
if (other === null) console.log('NumPy: none here');
else {
  const [gram, direction, pcgrad, length] = other;
  const own = Math.sqrt(runs.pcgrad().direction.reduce((sum, entry) => sum + entry * entry, 0));
  console.log(
    `NumPy, one thread: Gram matrix ${gram.toFixed(1)}, direction ${direction.toFixed(1)}, PCGrad ${pcgrad.toFixed(1)}`,
  );
  console.log(
    `PCGrad here over NumPy: ${(times[1] / pcgrad).toFixed(2)}; Gram matrix: ${(times[0] / gram).toFixed(2)}`,
  );
  console.log(`lengths of the two directions of PCGrad differ by ${Math.abs(own / length - 1).toExponential(1)}`);
}
