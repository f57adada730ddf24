import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { traceRow } from '@cfc/dual';
import { type Tuned, tune } from './train.js';

const line = (name: string, { loss, kl, weight }: Tuned): void =>
  console.log(name.padEnd(16) + [loss, kl, weight].map((value) => value.toFixed(5).padStart(11)).join(''));

console.log('                       loss         KL     weight');
for (const weight of [0, 0.3, 1, 3, 10]) line(`weight ${weight}`, tune({ weight }));
const runs = [0.2, 0.1, 0.05].map((budget) => {
  const run = tune({ budget });
  line(`KL <= ${budget}`, run);
  return run;
});

const here = process.env['INIT_CWD'] ?? process.cwd();
const file = join(here, 'reports', 'kl-budget', 'trace.jsonl');
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, runs[2]!.trace.map((step) => `${JSON.stringify(traceRow(step))}\n`).join(''));
console.log(`\nTrace of the last run, for cfc dual report: ${relative(here, dirname(file))}`);
