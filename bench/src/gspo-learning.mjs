// How sequence policies learn to balance ratios: error on tasks held out, over five seeds. Prints the table of docs/gspo.md and, with
// --figure, draws docs/figures/gspo-learning.svg.
import { writeFileSync } from 'node:fs';
import { balanceError, balancing, gru, levels, trainer, vocabulary } from '@cfc/gspo';
import { svgOf } from '@cfc/observability/node';
import { prototype } from './gspo-prototype.mjs';

const [SEEDS, UPDATES, EVERY, HIDDEN, HELD] = [5, 200, 20, 32, 400];
/** The quantile of Student's distribution with four degrees of freedom at 0.975. */
const T = 2.776;

const [shown, weights] = [levels({ lowest: 0, highest: 4 }), levels()];
const tokens = vocabulary(weights.count);
const held = balancing(shown, weights, { seed: 1000 }).tasks(0, HELD);

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const errorOf = (weightsOf) => mean(held.map((ratios) => balanceError(ratios, weightsOf(ratios), weights)));

function corrected(seed, options) {
  const environment = balancing(shown, weights, { seed });
  const policy = gru({ vocabulary: tokens.size, hidden: HIDDEN });
  const { begin, update, decode } = trainer(policy, tokens, environment, { ...options, seed });
  let state = begin();
  return {
    update: () => ({ state } = update(state)),
    weightsOf: (ratios) => decode(state, [ratios])[0].map(weights.valueOf),
  };
}

const contestants = {
  'corrected, interleaved': (seed) => corrected(seed, {}),
  'corrected, one advantage for each answer': (seed) => corrected(seed, { level: 'sequence' }),
  'corrected, echoed': (seed) => corrected(seed, { layout: 'echoed' }),
  'corrected, answers after the prompt': (seed) => corrected(seed, { layout: 'prefix' }),
  'the prototype': (seed) => prototype(weights, balancing(shown, weights, { seed }), seed),
};

function curve(make, seed) {
  const { update, weightsOf } = make(seed);
  const errors = [errorOf(weightsOf)];
  for (let k = 1; k <= UPDATES; k++) {
    update();
    if (k % EVERY === 0) errors.push(errorOf(weightsOf));
  }
  return errors;
}

function interval(values) {
  const middle = mean(values);
  const half = T * Math.sqrt(mean(values.map((x) => (x - middle) ** 2)) / (values.length - 1));
  return { mean: middle, low: middle - half, high: middle + half, worst: Math.max(...values) };
}

const points = [];
for (const [of, make] of Object.entries(contestants)) {
  const curves = Array.from({ length: SEEDS }, (_, seed) => curve(make, seed));
  curves[0].forEach((_, k) => points.push({ of, x: k * EVERY, ...interval(curves.map((errors) => errors[k])) }));
}

const constants = Array.from({ length: weights.count }, (_, k) =>
  errorOf((ratios) => ratios.map(() => weights.valueOf(k))),
);
const constant = Math.min(...constants);
const answers = errorOf((ratios) => ratios.map((ratio) => weights.valueOf(weights.levelOf(1 / ratio))));
const best = bestOfTokens();

/** The least error that a policy can have that sees only the levels of the ratios. */
function bestOfTokens() {
  const groups = new Map();
  for (const ratio of held.flat()) {
    const level = shown.levelOf(ratio);
    groups.set(level, [...(groups.get(level) ?? []), ratio]);
  }
  const offs = [...groups.values()].map((ratios) =>
    Math.min(
      ...Array.from(
        { length: weights.count },
        (_, k) =>
          ratios.length *
          balanceError(
            ratios,
            ratios.map(() => weights.valueOf(k)),
            weights,
          ),
      ),
    ),
  );
  return offs.reduce((sum, off) => sum + off, 0) / held.flat().length;
}

const told = ({ mean: middle, low, high }) => `${middle.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
const shownAt = [0, 40, 100, 200];
console.log(
  `constant ${constant.toFixed(3)}, least with these tokens ${best.toFixed(3)}, rounding of the answers alone ${answers.toFixed(3)}`,
);
console.log(`| | ${shownAt.map((x) => (x === 0 ? 'untrained' : `${x} updates`)).join(' | ')} | worst seed |`);
console.log(`| --- | ${shownAt.map(() => '---').join(' | ')} | --- |`);
for (const of of Object.keys(contestants)) {
  const own = points.filter((point) => point.of === of);
  const cells = shownAt.map((x) => told(own.find((point) => point.x === x)));
  console.log(`| ${of} | ${cells.join(' | ')} | ${own.at(-1).worst.toFixed(3)} |`);
}

if (process.argv.includes('--figure')) {
  const field = (name, more = {}) => ({ field: name, type: 'quantitative', ...more });
  const y = { title: 'error of the weights on tasks held out', scale: { domain: [0, 3], clamp: true } };
  const rule = (value, label, dy) => [
    {
      data: { values: [{ value }] },
      mark: { type: 'rule', strokeDash: [4, 3], color: '#808080' },
      encoding: { y: field('value') },
    },
    {
      data: { values: [{ value, label, x: UPDATES }] },
      mark: { type: 'text', align: 'right', dy, color: '#606060', fontSize: 10 },
      encoding: { x: field('x'), y: field('value'), text: { field: 'label' } },
    },
  ];
  const color = {
    field: 'of',
    type: 'nominal',
    title: 'over five seeds, with 95% bands',
    scale: { domain: Object.keys(contestants), range: ['#1a7fc2', '#009170', '#7d63c9', '#a87400', '#d55e00'] },
    legend: { symbolOpacity: 1, symbolStrokeWidth: 0, labelLimit: 0, titleLimit: 0, orient: 'bottom', columns: 1 },
  };
  const x = field('x', { title: 'updates', scale: { nice: false } });
  const spec = {
    width: 460,
    height: 280,
    layer: [
      {
        data: { values: points },
        encoding: { x, color },
        layer: [
          { mark: { type: 'area', opacity: 0.2, clip: true }, encoding: { y: field('low', y), y2: { field: 'high' } } },
          { mark: { type: 'line', point: { size: 22 } }, encoding: { y: field('mean', y) } },
        ],
      },
      ...rule(constant, 'best constant', -7),
      ...rule(best, 'least with these tokens', 9),
    ],
  };
  const file = new URL('../../docs/figures/gspo-learning.svg', import.meta.url);
  writeFileSync(file, await svgOf(spec));
  console.log('Written: docs/figures/gspo-learning.svg');
}
