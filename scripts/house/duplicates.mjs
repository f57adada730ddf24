// Duplicates of six whole lines or more, found by jscpd; duplicates.json lists those that stay, by the two files, with a reason.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from '../workspace.mjs';

const LINES = 6;
/** Fewer tokens on six lines are a list of parameters or of fields. */
const TOKENS = 40;

const folders = () => [
  ...readdirSync(join(root, 'packages')).flatMap((name) => [`packages/${name}/src`, `packages/${name}/page`]),
  ...['examples', 'bench/src', 'scripts'],
];

export function duplicates() {
  const reasons = JSON.parse(readFileSync(join(root, 'scripts/house/duplicates.json'), 'utf8'));
  const used = new Set();
  const found = clones();
  const faults = found.flatMap(({ files, places, lines }) => {
    const known = reasons.findIndex((one) => one.files.toSorted().join() === files.toSorted().join());
    if (known >= 0) used.add(known);
    return known >= 0
      ? []
      : [
          `${lines} lines twice: ${places.join(' and ')}; make them one, or give a reason in scripts/house/duplicates.json`,
        ];
  });
  reasons.forEach(({ files, reason }, k) => {
    if (!used.has(k))
      faults.push(`${files.join(' and ')} have no duplicate any more: remove them from scripts/house/duplicates.json`);
    if (typeof reason !== 'string' || reason.length < 10) faults.push(`${files.join(' and ')}: a reason is missing`);
  });
  return { faults, saw: `no ${LINES} lines stand twice but in ${reasons.length} pairs of files, each with its reason` };
}

function clones() {
  const out = mkdtempSync(join(tmpdir(), 'cfc-house-'));
  try {
    const program = join(root, 'node_modules/.bin/jscpd');
    const where = folders().filter((folder) => existsSync(join(root, folder)));
    const flags = ['--min-lines', String(LINES - 1), '--min-tokens', String(TOKENS), '--mode', 'weak', '--absolute'];
    const only = [
      '--format',
      'typescript,javascript',
      '--ignore',
      '**/node_modules/**,**/dist/**',
      '--ignore-pattern',
      'import[^;]*;',
    ];
    const args = [...flags, ...only, '--reporters', 'json', '--output', out, ...where];
    const { status, stderr } = spawnSync(program, args, {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`jscpd failed: ${stderr}`);
    const report = JSON.parse(readFileSync(join(out, 'jscpd-report.json'), 'utf8'));
    if (report.statistics.total.sources < 100) throw new Error('jscpd saw hardly any file');
    return report.duplicates
      .map(({ firstFile, secondFile }) => {
        const sides = [firstFile, secondFile].map(({ name, start, end }) => ({
          file: relative(root, name),
          start,
          end,
        }));
        const lines = Math.min(...sides.map(({ start, end }) => end - start + 1));
        const places = sides.map(({ file, start, end }) => `${file}:${start}-${end}`);
        return { files: sides.map(({ file }) => file.replaceAll('\\', '/')), places, lines };
      })
      .filter(({ lines }) => lines >= LINES);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
