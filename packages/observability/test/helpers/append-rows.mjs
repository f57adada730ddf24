// Writes rows without end, with flushes now and then; says after each flush how many rows it has told the disk of.
import { csvWriter, jsonLinesWriter } from '@cfc/observability/node';

const [path, seed] = process.argv.slice(2);
const writer = (path.endsWith('.csv') ? csvWriter : jsonLinesWriter)(path);
let state = Number(seed);
const draw = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) / 2 ** 32;
for (let step = 1; ; step++) {
  const more = step > 400 ? { late: 'one "two"\nthree' } : {};
  writer({ step, energy: draw(), reason: 'a text, with a comma\nand a line break', nothing: null, ...more });
  if (draw() > 0.98) {
    writer.flush();
    process.stdout.write(`${step}\n`);
  }
}
