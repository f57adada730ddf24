// All 270,659 geometries of the seed, five draws each, by `cfc vacua label` on all cores, files and all: wall time and CPU time of the process. The
// peer labels a sample by the procedure of the prototype in SciPy; its CPU time for each label is scaled to all of them. Load makes wall times longer.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { numbersOf } from './python.mjs';
import { row } from './row.mjs';

const [COUNT, SAMPLES] = [270_659, 5];
/** Labels of the peer at each number of fields from 2 to 32, which the data set draws alike. */
const EACH = 2;

const bin = fileURLToPath(new URL('../../packages/cli/dist/bin.js', import.meta.url));

/** Runs the command in a shell, whose `times` knows the CPU time of all its threads. */
function labelled(out) {
  const argv = [
    'vacua',
    'label',
    '--dataset',
    'random',
    '--count',
    COUNT,
    '--samples',
    SAMPLES,
    '--out',
    out,
    '--json',
  ];
  const begin = performance.now();
  const { status, stdout, stderr } = spawnSync('sh', ['-c', '"$@" && times', 'sh', process.execPath, bin, ...argv], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const wall = (performance.now() - begin) / 1000;
  const [user, system] = stdout
    .trim()
    .split('\n')
    .at(-1)
    .split(' ')
    .map((text) => text.match(/(\d+)m([\d.]+)s/))
    .map(([, minutes, seconds]) => 60 * Number(minutes) + Number(seconds));
  return { wall, cpu: user + system, megabytes: statSync(join(out, 'labels.jsonl')).size / 1e6 };
}

const before = loadavg()[0];
const folder = mkdtempSync(join(tmpdir(), 'cfc-bench-'));
const { wall, cpu, megabytes } = labelled(folder);
rmSync(folder, { recursive: true });
const cores = availableParallelism();
row(`all ${COUNT} labels of ${SAMPLES} draws on ${cores} cores, wall s`, wall, [90, 'most']);
row(`all ${COUNT} labels, CPU s`, cpu, [180, 'most']);
console.log(`${COUNT} labels of ${SAMPLES} draws, 2 to 32 fields, ${megabytes.toFixed(0)} MB of lines, ${cores} cores`);
console.log(
  `  cfc vacua label: ${wall.toFixed(1)} s wall, ${cpu.toFixed(1)} s CPU (load before it ${before.toFixed(2)})`,
);

const peer = numbersOf('vacua_peer.py', '2-32', EACH, SAMPLES);
if (peer === null) console.log('  SciPy: not here');
else {
  const [all, alone] = peer.map((rate) => COUNT / rate);
  row('all labels: CPU s of L-BFGS-B and eigvalsh of SciPy, scaled, over ours', alone / cpu, [50, 'least']);
  console.log(
    `  SciPy: ${all.toFixed(0)} s CPU, ${alone.toFixed(0)} s of L-BFGS-B and eigvalsh alone, both scaled from ${31 * EACH} labels; ${(alone / cpu).toFixed(0)} times ours`,
  );
}
