// Runs every benchmark and ends with one table: what was measured, the figure, and what it should be.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const scripts = [
  'loop',
  'kernels',
  'order',
  'compile',
  'seeds',
  'solvers',
  'memory',
  'reactive',
  'threads',
  'adapters',
  'attention',
  'percolation',
  'trackers',
  'amortize',
  'dual-engine',
  'dual-soak',
  'gspo',
  'writers',
  'dashboard',
  'dual-gradients',
  'vacua-enumerate',
  'vacua',
  'vacua-label',
];

const place = mkdtempSync(join(tmpdir(), 'cfc-bench-'));
const file = join(place, 'rows');
writeFileSync(file, '');
let failed = 0;
for (const script of scripts) {
  console.log(`\n# ${script}`);
  const { status } = spawnSync(process.execPath, [new URL(`${script}.mjs`, import.meta.url).pathname], {
    stdio: 'inherit',
    env: { ...process.env, BENCH_ROWS: file },
  });
  if (status !== 0) failed++;
}
const rows = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
rmSync(place, { recursive: true });

const width = Math.max(0, ...rows.map(({ what }) => what.length));
console.log(`\n# Summary\n${'measured'.padEnd(width)}      figure      goal`);
for (const { what, value, limit, kind, met } of rows) {
  const goal = `${kind === 'most' ? '<=' : '>='} ${limit}`;
  console.log(
    `${what.padEnd(width)}  ${value.toPrecision(3).padStart(10)}  ${goal.padStart(8)}  ${met ? '' : 'missed'}`,
  );
}
console.log(`${rows.filter(({ met }) => met).length} of ${rows.length} goals met, ${failed} scripts failed`);
process.exitCode = failed > 0 ? 1 : 0;
