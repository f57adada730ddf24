import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { barsChart } from './bars-chart.js';
import { compare, summaryOf } from './compare.js';
import { confirm } from './confirm.js';
import { HALF, seattle } from './data.js';
import { headline } from './headline.js';
import { confirmationNote, limits, readingNotes } from './notes.js';
import { pageOf } from './page.js';
import { evaluationSeeds, hampelOptions, parameters } from './parameters.js';
import { seriesChart } from './series-chart.js';
import { svgOf } from './svg.js';
import { linesOf, plainTable } from './table.js';

const { values: flags } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
    picture: { type: 'boolean', default: false },
  },
});
/** Days of the second chart: the first half of year 3, not chosen for what it shows. */
const SHOWN = 181;

const truth = seattle();
const seeds = flags.quick ? evaluationSeeds.slice(0, 1) : evaluationSeeds;
const comparisons = seeds.map((seed) => compare(truth, seed, parameters, hampelOptions));
const confirmations = comparisons.map(({ repair }) => confirm(repair.model, repair.eta));
const summary = summaryOf(comparisons);
const lines = linesOf(comparisons);

console.log(
  'Faults planted into daily temperatures of Seattle; maximum of years 3 and 4; RMSE in °C on faulted days.\n',
);
console.log(plainTable(lines));
console.log(`\n${headline(summary, seeds.length)}`);
console.log(limits);
if (flags.verbose) {
  comparisons.forEach(({ seed, repair }, k) => {
    console.log(`\nseed ${seed}: ${confirmationNote([confirmations[k]!])}`);
    for (const { factor, flips, before, after } of repair.stages) {
      const energies = `energy ${before.toFixed(6)} to ${after.toFixed(6)}`;
      console.log(`  price x ${factor.toFixed(2)}  ${String(flips).padStart(4)} flips  ${energies}`);
    }
  });
}

const html = pageOf({
  headline: headline(summary, seeds.length),
  lines,
  bars: await svgOf(barsChart(comparisons), 'RMSE and F1 of both methods'),
  series: await svgOf(
    seriesChart(truth, comparisons[0]!, HALF, HALF + SHOWN),
    'Half a year of daily maxima: truth, readings and both repairs',
  ),
  seriesTitle: `The first half of year 3, seed ${seeds[0]}`,
  notes: [...readingNotes, confirmationNote(confirmations), limits],
});
const here = process.env['INIT_CWD'] ?? process.cwd();
const folder = join(here, 'reports');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'weather-repair-report.html'), html);
console.log(`\nReport: ${relative(here, join(folder, 'weather-repair-report.html'))}`);
if (flags.picture) {
  const bars = { ...barsChart(comparisons), background: 'white' };
  writeFileSync(new URL('../picture.svg', import.meta.url), `${await svgOf(bars, 'RMSE and F1 of both methods')}\n`);
}
