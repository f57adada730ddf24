import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pageOf, picture } from './page.js';
import { type Run, solve } from './solve.js';

const methods = ['sum', 'cagrad', 'pcgrad', 'upgrad', 'mgda', 'dualproj'] as const;
const runs = Object.fromEntries(methods.map((method) => [method, solve({ method })])) as Record<string, Run>;

const round = (values: readonly number[]): string => values.map((value) => value.toFixed(4)).join(', ');
const lines = Object.entries(runs).map(
  ([method, { x, lambda, distance, steps }]) =>
    `${method.padEnd(10)}(${round(x)})`.padEnd(30) +
    `(${round(lambda)})`.padEnd(20) +
    distance.toExponential(1).padStart(8) +
    `${steps ?? '-'}`.padStart(8),
);
const table = ['method    x                   λ                    |x - x*|   steps to 1e-4', ...lines].join('\n');
console.log(table);
for (const { warnings } of Object.values(runs)) for (const warning of warnings) console.log(`\n${warning}`);

const folder = join(process.env['INIT_CWD'] ?? process.cwd(), 'reports');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'dual-2d.html'), pageOf(picture(runs), table));
console.log(`\nReport: ${relative(process.env['INIT_CWD'] ?? process.cwd(), join(folder, 'dual-2d.html'))}`);
