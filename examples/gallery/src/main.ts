import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svgOf } from '@cfc/observability/node';
import { uses } from './uses.js';

/** Runs the uses that are named, all where none is; `--pictures` draws those of this folder again. */
const asked = process.argv.slice(2).filter((word) => word !== '--pictures');
const unknown = asked.filter((name) => !Object.hasOwn(uses, name));
if (unknown.length > 0) {
  console.error(`No use ${unknown.join(', ')}. Give one or more of ${Object.keys(uses).join(', ')}.`);
  process.exit(1);
}
const here = process.env['INIT_CWD'] ?? process.cwd();
const folder = process.argv.includes('--pictures')
  ? fileURLToPath(new URL('../pictures', import.meta.url))
  : join(here, 'reports');
mkdirSync(folder, { recursive: true });

for (const [name, use] of Object.entries(uses)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const { text, claims, picture } = use();
  const file = join(folder, `${name}.svg`);
  writeFileSync(file, await svgOf(picture));
  console.log(`${name}\n\n${text}\n\nPicture: ${relative(here, file)}\n`);
  for (const [claim, holds] of Object.entries(claims)) {
    if (holds) continue;
    console.error(`FAILED: ${claim} does not hold any more.`);
    process.exitCode = 1;
  }
}
