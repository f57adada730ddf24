// Energy and gradient in one pass, against a C program on the same layout (gcc -O3 -march=native), compiled here. A row for each
// size and graph: nanoseconds for each coupling, and the median ratio of turns within this run. Skipped where gcc is missing.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from '@cfc/core';
import { writeColumns } from './columns-file.mjs';

import { row } from './row.mjs';
import { mixedColumns, systemOf } from './systems.mjs';
import { median, timed } from './timing.mjs';

const TURNS = 7;
const place = mkdtempSync(join(tmpdir(), 'cfc-bench-'));
const program = join(place, 'kernels');
process.on('exit', () => rmSync(place, { recursive: true, force: true }));
try {
  execFileSync('gcc', ['-O3', '-march=native', '-o', program, new URL('kernels.c', import.meta.url).pathname, '-lm']);
} catch {
  console.log('skipped: kernels against C (no gcc found)');
  process.exit(0);
}

console.log('energy + gradient: ns for each coupling, and the ratio to C (gcc -O3 -march=native) on the same layout');
console.log('       n  graph          C    wasm  ratio      js  ratio');
for (const [size, locality] of [
  [1_000, true],
  [100_000, true],
  [1_000_000, true],
  [1_000_000, false],
]) {
  const columns = mixedColumns(size, { locality });
  const file = join(place, 'columns');
  writeColumns(file, columns);
  const repeats = Math.max(3, Math.round(4e6 / size));
  const source = systemOf(columns);
  const runs = ['wasm', 'js'].map((backend) => {
    const system = compile(source, { backend });
    const [eta, out] = [system.vector(), system.vector()];
    eta.set(columns.eta);
    return { system, run: () => system.gradient(eta, system.unit, out), out };
  });
  const turns = Array.from({ length: TURNS }, () => {
    const [nanoseconds, energy] = execFileSync(program, [file, size, size, repeats].map(String), { encoding: 'utf8' })
      .split(' ')
      .map(Number);
    const own = runs.map(({ run }) => {
      if (Math.abs(run() - energy) > 1e-9 * Math.abs(energy)) throw new Error('the two do different work');
      return (
        (1e6 *
          timed(() => {
            for (let r = 0; r < repeats; r++) run();
          })) /
        repeats
      );
    });
    return { c: nanoseconds, wasm: own[0], js: own[1] };
  });
  const each = (key) => (median(turns.map((turn) => turn[key])) / (4 * size)).toFixed(2).padStart(7);
  const graph = locality ? 'locality' : 'expander';
  const ratio = (key) => {
    const value = median(turns.map((turn) => turn[key] / turn.c));
    row(`${key} kernel over C, n = ${size}, ${graph}`, value, [key === 'wasm' ? 1.4 : 3, 'most']);
    return value.toFixed(2).padStart(6);
  };
  console.log(
    `${String(size).padStart(8)}  ${graph.padEnd(9)}${each('c')} ${each('wasm')} ${ratio('wasm')} ${each('js')} ${ratio('js')}`,
  );
}
