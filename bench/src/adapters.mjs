import { gradNorm } from '@cfc/adapters-gradnorm';
import { smallGain } from '@cfc/adapters-smallgain';
import {
  auto,
  compile,
  couplingColumns,
  defineCoupling,
  defineSystem,
  descent,
  fixedStep,
  landau,
  maxSteps,
  moduleColumns,
  quadratic,
  relax,
  smallGainLimit,
  stabilityLimit,
  stalled,
  steps,
  uniform,
} from '@cfc/core';
import { barabasiAlbert, pulledTogether, ring, star } from './graphs.mjs';
import { row } from './row.mjs';
import { median, timed } from './timing.mjs';

const ROWS = 10_000;
const TERMS = 1_000;
const EACH = 30;
const STEPS = 20;

/** A thousand families of pulls over ten thousand modules; `own` names the functions that a family has to itself. */
function manyTerms(own) {
  let drawn = 0;
  const slot = () => Math.floor(ROWS * uniform(1, 0, drawn++));
  const couplings = Array.from({ length: TERMS }, (_, t) => {
    const family = defineCoupling({
      ...own(t),
      name: `Pull${t}Coupling`,
      meaning: 'a pull',
      options: quadratic.fields,
    });
    const a = Int32Array.from({ length: EACH }, slot);
    const b = a.map((i) => (i + 1 + (slot() % (ROWS - 1))) % ROWS);
    return couplingColumns(family, { a, b, with: { weight: 0.5 } });
  });
  const modules = [moduleColumns(landau, { count: ROWS, with: { a: 0.2, b: 0.1 } })];
  return compile(defineSystem({ modules, couplings }));
}

const plain = { ...quadratic.family };
delete plain.gap;
const systems = {
  'squared gaps': manyTerms(() => quadratic.family),
  "third parties' functions": manyTerms(() => ({ ...plain, constantBend: true })),
  'third parties, bend asked at every point': manyTerms(() => plain),
};
const eta = Float64Array.from({ length: ROWS }, (_, i) => uniform(2, 0, i));
const method = descent({ search: fixedStep({ step: 1e-6 }) });
const adapters = { none: undefined, gradNorm: gradNorm(), smallGain: smallGain() };

/** Milliseconds that each adapter and its measurements add to a step: medians over turns, all in one turn. */
function shares(system, turns = 25) {
  const once = (adapter) => {
    const plan = { method, stop: maxSteps({ steps: STEPS }), ...(adapter === undefined ? {} : { adapter }) };
    return timed(() => relax(system, eta, plan)) / STEPS;
  };
  for (let k = 0; k < 5; k++) Object.values(adapters).forEach(once);
  const rows = Array.from({ length: turns }, () => {
    const [none, grad, small] = Object.values(adapters).map(once);
    return { grad: grad - none, small: small - none };
  });
  const ratio = median(rows.map(({ grad, small }) => small / grad));
  return { grad: median(rows.map(({ grad }) => grad)), small: median(rows.map(({ small }) => small)), ratio };
}

console.log(
  `What an adapter adds to a step, its measurements included: ${TERMS} terms, ${ROWS} rows, ${EACH} couplings each`,
);
for (const [name, system] of Object.entries(systems)) {
  const { grad, small, ratio } = shares(system);
  if (!name.endsWith('point')) row(`SmallGain over GradNorm, a step, ${name}`, ratio, [2, 'most']);
  console.log(
    `${name.padEnd(42)} GradNorm ${grad.toFixed(2)} ms   SmallGain ${small.toFixed(2)} ms   ratio ${ratio.toFixed(2)}`,
  );
}

/** Steps until 1e-6 of the drop is left. */
function stepsTo(system, start, limit) {
  const least = relax(system, start, { method: auto(), stop: stalled() }).unitEnergy;
  const first = system.energy(start, system.unit);
  const target = least + 1e-6 * (first - least);
  const plan = { method: descent({ search: fixedStep({ step: 1e9 }), limit }), stop: maxSteps({ steps: 200_000 }) };
  for (const { step, energy } of steps(system, start, plan)) if (energy <= target) return step;
  return Infinity;
}

const SIZE = 2000;
const graphs = {
  'Barabasi-Albert': (seed) => barabasiAlbert(SIZE, seed),
  star: () => star(SIZE),
  ring: () => ring(SIZE),
};
console.log(`\nSteps until 1e-6 of the drop is left, ${SIZE} modules, medians over 10 seeds, theta 1.8`);
for (const [name, edges] of Object.entries(graphs)) {
  const runs = Array.from({ length: 10 }, (_, k) => {
    const { system, eta: start } = pulledTogether(SIZE, edges(k + 1), k + 1);
    const each = stepsTo(system, start, smallGainLimit({ theta: 1.8 }));
    return { each, uniformly: stepsTo(system, start, stabilityLimit({ fraction: 0.9 })) };
  });
  const [each, uniformly] = ['each', 'uniformly'].map((key) => median(runs.map((run) => run[key])));
  const ratio = median(runs.map((run) => run.uniformly / run.each));
  const goal = { 'Barabasi-Albert': 15, star: 300 }[name];
  if (goal !== undefined) row(`uniform limit over SmallGainLimit, steps, ${name}`, ratio, [goal, 'least']);
  console.log(`${name.padEnd(42)} uniform ${uniformly}   each row its own ${each}   ratio ${ratio.toFixed(1)}`);
}
