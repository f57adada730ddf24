import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svgOf } from '@cfc/observability/node';
import { fuse } from './fuse.js';
import { kalman } from './kalman.js';
import { errors, track } from './picture.js';
import { mean, median } from './plain.js';
import { rmse, world } from './world.js';

// Set by `tune`: the least mean RMSE, of 18 settings over worlds 1 to 6 for the energy, of 50 over worlds 1 to 30 for the filters.
const forEnergy = { motion: 0.004, doubt: 3, bias: 0.05 };
const forKalman = { motion: 0.004, doubt: 3, bias: 0.05 };

const worlds = Array.from({ length: 30 }, (_, k) => world(201 + k));
const estimates = worlds.map((one) => ({
  mean: mean(one.readings),
  median: median(one.readings),
  'Kalman filter': kalman(one, forKalman).filtered,
  'Kalman smoother': kalman(one, forKalman).smoothed,
  energy: fuse(one, forEnergy),
}));
type Method = keyof (typeof estimates)[0];
const methods = Object.keys(estimates[0]!) as Method[];
const error = (method: Method): number[] => worlds.map(({ truth }, k) => rmse(estimates[k]![method], truth));
/** Mean and half of the 95% interval. */
function interval(values: readonly number[]): readonly [number, number] {
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
  return [middle, 1.96 * Math.sqrt(variance / values.length)];
}
const said = ([middle, half]: readonly [number, number]): string => `${middle.toFixed(4)} ± ${half.toFixed(4)}`;

console.log('RMSE over 160 steps; the track is 1 long; 30 worlds, mean and 95% interval.\n');
console.log('                     RMSE                energy is better by');
const gains = methods.map((method) => {
  const gain = interval(error(method).map((value, k) => value - error('energy')[k]!));
  console.log(`${method.padEnd(20)} ${said(interval(error(method)))}   ${method === 'energy' ? '' : said(gain)}`);
  return { method, sure: gain[0] - gain[1] > 0 };
});

const here = process.env['INIT_CWD'] ?? process.cwd();
const own = fileURLToPath(new URL('../', import.meta.url));
const file = process.argv.includes('--picture') ? join(own, 'picture.svg') : join(here, 'reports', 'sensor-fusion.svg');
mkdirSync(join(file, '..'), { recursive: true });
const bars = methods.map((method) => ({ method, error: error(method) }));
writeFileSync(file, await svgOf({ hconcat: [track(worlds[0]!, estimates[0]!), errors(bars)] }));
console.log(`\nPicture: ${relative(here, file)}`);
const unsure = gains.filter(({ method, sure }) => !sure && ['mean', 'median', 'Kalman filter'].includes(method));
for (const { method } of unsure) console.error(`FAILED: no longer surely better than the ${method}.`);
if (unsure.length > 0) process.exitCode = 1;
