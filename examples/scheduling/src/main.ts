import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svgOf } from '@cfc/observability/node';
import { exact } from './exact.js';
import { byGates } from './gates.js';
import { shares, timetable } from './picture.js';
import { greedy, profit, shop } from './shop.js';

const shops = Array.from({ length: 30 }, (_, k) => shop(201 + k));
const plans = shops.map((one) => ({ exact: exact(one), greedy: greedy(one), gates: byGates(one) }));
const share = (method: 'greedy' | 'gates'): number[] =>
  shops.map((one, k) => profit(one, plans[k]![method]) / profit(one, plans[k]!.exact));
/** Mean and 95% interval. */
function interval(values: readonly number[]): { mean: number; half: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, half: 1.96 * Math.sqrt(variance / values.length) };
}
const gain = interval(share('gates').map((value, k) => value - share('greedy')[k]!));

console.log('Profit as a share of the optimum; 14 jobs, 4 machines, 30 shops, mean and 95% interval.\n');
for (const method of ['greedy', 'gates'] as const) {
  const { mean, half } = interval(share(method));
  const found = share(method).filter((value) => value > 1 - 1e-9).length;
  const worst = Math.min(...share(method)).toFixed(3);
  console.log(`${method.padEnd(8)} ${mean.toFixed(3)} ± ${half.toFixed(3)}, worst ${worst}, optimal in ${found} of 30`);
}
console.log(`gates minus greedy: ${gain.mean.toFixed(3)} ± ${gain.half.toFixed(3)}`);

const here = process.env['INIT_CWD'] ?? process.cwd();
const own = fileURLToPath(new URL('../', import.meta.url));
const file = process.argv.includes('--picture') ? join(own, 'picture.svg') : join(here, 'reports', 'scheduling.svg');
mkdirSync(join(file, '..'), { recursive: true });
const spec = {
  hconcat: [timetable(shops[0]!, plans[0]!.gates), shares({ greedy: share('greedy'), gates: share('gates') })],
};
writeFileSync(file, await svgOf({ ...spec, resolve: { scale: { color: 'independent' } } }));
console.log(`\nPicture: ${relative(here, file)}`);
if (gain.mean - gain.half <= 0) {
  console.error('FAILED: the gates are no longer surely better than greedy.');
  process.exitCode = 1;
}
