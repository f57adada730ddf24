import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svgOf } from '@cfc/observability/node';
import { anarchy, measured } from './measure.js';

const result = measured(Array.from({ length: 20 }, (_, k) => 101 + k));
const line = (name: string, { mean, half }: { mean: number; half: number }): void =>
  console.log(`${name.padEnd(44)} ${mean.toFixed(3)} ± ${half.toFixed(3)}`);

console.log('Interference of all stations, as a multiple of the least there is; 20 fields, mean and 95% interval.\n');
for (const row of result.play) {
  line(`play, each minds ${row.care.toFixed(2)} of others, mean of 8`, row.mean);
  line('                            best of 8', row.best);
}
line('selfish play, worst of 8', result.worst);
line('coordination by energy, mean of 8 starts', result.relaxed.mean);
line('                            best of 8', result.relaxed.best);
line('                            worst of 8', result.relaxed.worst);
line('selfish play minus coordination, means', result.gain.mean);
line('                            best of 8', result.gain.best);
console.log(
  `Where coordination ends, ${result.regretful.toFixed(2)} of 18 stations would win by changing their channel.`,
);

const here = process.env['INIT_CWD'] ?? process.cwd();
const own = fileURLToPath(new URL('../', import.meta.url));
const file = process.argv.includes('--picture') ? join(own, 'picture.svg') : join(here, 'reports', 'channel-game.svg');
mkdirSync(join(file, '..'), { recursive: true });
writeFileSync(file, await svgOf(anarchy(result)));
console.log(
  `\nPicture: ${relative(here, file)}\nPage, to open in a browser: ${relative(here, join(own, 'index.html'))}`,
);
if (result.gain.mean.mean - result.gain.mean.half <= 0) {
  console.error('FAILED: coordination no longer beats selfish play, start for start.');
  process.exitCode = 1;
}
