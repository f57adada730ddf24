// Whole relaxations from a random start to a projected gradient of 1e-9, compile included, against SciPy's L-BFGS-B on a
// vectorised numpy energy and gradient of the same system (CPU seconds of both, medians of three runs after a warm-up). Without SciPy the peer's columns stay empty.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile, defaultPlan, relax } from '@cfc/core';
import { writeColumns } from './columns-file.mjs';
import { numbersOf } from './python.mjs';
import { row } from './row.mjs';
import { mixedColumns, systemOf } from './systems.mjs';
import { cpuSeconds, median } from './timing.mjs';

const place = mkdtempSync(join(tmpdir(), 'cfc-bench-'));
process.on('exit', () => rmSync(place, { recursive: true, force: true }));

/** CPU seconds, energy, projected gradient and evaluations of the peer; null where Python has no SciPy. */
function peer(columns) {
  const file = join(place, 'columns');
  writeColumns(file, columns);
  return numbersOf('scipy_peer.py', file, columns.size, columns.size);
}

console.log('Auto to a projected gradient of 1e-9, compile included, and SciPy L-BFGS-B on numpy (CPU seconds)');
console.log(
  '       n  system      steps  gradients  products   rises   seconds |   SciPy  evaluations  left at   ratio   energy here - there',
);
for (const size of [1_000, 10_000, 100_000, 1_000_000]) {
  for (const kind of ['convex', 'non-convex', 'stiff']) {
    const columns = mixedColumns(size, { kind });
    const seen = { products: 0, rises: 0 };
    const observers = [
      ({ facts, change }) => {
        seen.products += facts.products ?? 0;
        seen.rises += change > 0 ? 1 : 0;
      },
    ];
    let solution;
    const solve = () => {
      const system = compile(systemOf(columns));
      solution = relax(system, columns.eta, { ...defaultPlan, observers });
    };
    for (let warm = 0; warm < 100_000 / size; warm++) solve();
    const turns = Array.from({ length: 3 }, () => {
      Object.assign(seen, { products: 0, rises: 0 });
      return cpuSeconds(solve);
    });
    const seconds = median(turns);
    if (solution.outcome !== 'converged') console.log(`  ${kind}: ${solution.outcome}, ${solution.reason}`);
    const other = peer(columns);
    if (other !== null) row(`SciPy over Auto, CPU, n = ${size}, ${kind}`, other[0] / seconds, [8, 'least']);
    const line = [
      String(size).padStart(8),
      kind.padEnd(10),
      String(solution.steps).padStart(6),
      String(solution.evaluations.gradient).padStart(10),
      String(seen.products).padStart(9),
      String(seen.rises).padStart(7),
      seconds.toFixed(3).padStart(9),
    ]
      .join('  ')
      .replace(/ {2}(?=\d)/g, ' ');
    const right =
      other === null
        ? ''
        : ` | ${other[0].toFixed(3).padStart(7)} ${String(other[3]).padStart(12)}  ${other[2].toExponential(1)} ${(other[0] / seconds).toFixed(1).padStart(6)}x  ${(solution.unitEnergy - other[1]).toExponential(1)}`;
    console.log(line + right);
  }
}
