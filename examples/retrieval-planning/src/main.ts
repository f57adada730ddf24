import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svgOf } from '@cfc/observability/node';
import { COSTS, type Estimate, type Point, measured } from './measure.js';

const result = measured();
const said = ({ mean, half }: Estimate): string => `${mean.toFixed(3)} ± ${half.toFixed(3)}`;
console.log(`${result.sections} sections, ${result.asked} questions; recall by retrievals for each question.\n`);
const some = result.fixed.filter(({ spend }) => [1, 2, 4, 8, 16, 32].includes(spend));
console.log('fixed top-k:', some.map(({ spend, recall }) => `${spend}: ${recall.toFixed(2)}`).join('  '));
const { content, tie } = result.setting;
console.log(`gates, content ${content}, tie ${tie} (the best on all questions):`);
result.gates.forEach(({ spend, recall }, k) =>
  console.log(
    `  cost ${COSTS[k]!.toFixed(2)}: ${spend.toFixed(2).padStart(5)} retrievals, recall ${recall.toFixed(3)}`,
  ),
);
console.log(
  '\nRecall beyond fixed top-k at equal spend, on questions that settings were not chosen by (20 halves, 95% range):',
);
console.log(`  gates that pay and are tied to their page  ${said(result.tied)}`);
console.log(`  gates that pay alone                       ${said(result.untied)}`);

const row = (what: string) => (point: Point) => ({
  what,
  spend: Math.round(100 * point.spend) / 100,
  recall: Math.round(1000 * point.recall) / 1000,
});
const values = [...result.fixed.map(row('fixed top-k')), ...result.gates.map(row('gates'))];
const spec = {
  width: 420,
  height: 240,
  data: { values },
  mark: { type: 'line', point: true },
  encoding: {
    x: { field: 'spend', type: 'quantitative', title: 'retrievals for each question' },
    y: { field: 'recall', type: 'quantitative', title: 'recall', scale: { domain: [0, 1] } },
    color: { field: 'what', type: 'nominal', title: null, sort: null },
  },
};
const here = process.env['INIT_CWD'] ?? process.cwd();
const own = fileURLToPath(new URL('../', import.meta.url));
const file = process.argv.includes('--picture')
  ? join(own, 'picture.svg')
  : join(here, 'reports', 'retrieval-planning.svg');
mkdirSync(join(file, '..'), { recursive: true });
writeFileSync(file, await svgOf(spec));
console.log(`\nPicture: ${relative(here, file)}`);

if (result.gone.length > 0)
  console.log(`Left out, their sections are gone (see questions.json): ${result.gone.join(', ')}`);
if (result.gone.length > result.asked / 4 || result.tied.mean + result.tied.half < 0) {
  console.error('FAILED: too many questions without their section, or the gates are surely worse than fixed top-k.');
  process.exitCode = 1;
}
