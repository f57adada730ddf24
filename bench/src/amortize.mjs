// What proposed starts and active sets save: a stream of problems whose fields drift, and one changed module, each against the same
// plan without. Passes are counted, coupling visits over couplings; times are CPU time of this process, in turns.
import { activeSet, amortized, blank, cascade, metered, mlp, nearest, previous, visitsIn } from '@cfc/amortize';
import { anyOf, auto, compile, gradientBelow, maxSteps, monotone, normal, relax } from '@cfc/core';
import { row } from './row.mjs';
import { mixedColumns, systemOf } from './systems.mjs';
import { median } from './timing.mjs';

const plan = (norm, method = auto()) => ({
  method,
  guard: monotone(),
  stop: anyOf({ of: [gradientBelow({ norm }), maxSteps({ steps: 500 })] }),
});

/** Milliseconds of CPU time, all threads together. */
function spent(run) {
  const begin = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}

const SIZE = 2000;
const COUNT = 40;
const TOLERANCE = 1e-4;

/** Problems whose fields walk at random. The features are the mean fields of twenty stretches of modules. */
function drifting() {
  const columns = mixedColumns(SIZE);
  let h = columns.modules.h;
  return Array.from({ length: COUNT }, (_, t) => {
    h = h.map((field, i) => Math.max(0, field + 0.01 * normal(9, t, i)));
    const system = compile(systemOf({ ...columns, modules: { ...columns.modules, h } }));
    const features = Array.from(
      { length: 20 },
      (_, k) => h.subarray(100 * k, 100 * (k + 1)).reduce((a, b) => a + b) / 100,
    );
    return { system, read: columns.eta, features };
  });
}

const problems = drifting();
const contestants = {
  'cold start': {},
  'previous solution': { previous: previous() },
  'nearest problems': { nearest: nearest() },
  network: { network: mlp({ hidden: 8 }) },
  'coarse system': { cascade: cascade() },
};

/** One walk through the stream: passes a problem, and CPU milliseconds a problem, what is learnt included. */
function follow(proposers) {
  let memory = blank(proposers);
  let visits = 0;
  const time = spent(() => {
    for (const query of problems) {
      const done = amortized(query, proposers, memory, plan(TOLERANCE));
      memory = done.memory;
      visits += done.visits;
    }
  });
  return { passes: visits / (4 * SIZE) / COUNT, time: time / COUNT };
}

console.log(
  `${COUNT} problems of ${SIZE} modules whose fields drift, Auto to a projected gradient of ${TOLERANCE}; medians over 7 turns`,
);
console.log('start                 passes   ratio    CPU ms   ratio');
for (let k = 0; k < 3; k++) for (const proposers of Object.values(contestants)) follow(proposers);
const turns = Array.from({ length: 7 }, () =>
  Object.fromEntries(Object.entries(contestants).map(([name, proposers]) => [name, follow(proposers)])),
);
for (const name of Object.keys(contestants)) {
  const passes = turns[0][name].passes;
  const saved = turns[0]['cold start'].passes / passes;
  const time = median(turns.map((turn) => turn[name].time));
  const quicker = median(turns.map((turn) => turn['cold start'].time / turn[name].time));
  if (name === 'previous solution')
    row('passes, cold start over previous solution, a stream that drifts', saved, [1.5, 'least']);
  console.log(
    `${name.padEnd(20)} ${passes.toFixed(2).padStart(7)} ${saved.toFixed(2).padStart(7)} ${time.toFixed(2).padStart(9)} ${quicker.toFixed(2).padStart(7)}`,
  );
}

console.log(
  '\nOne of n modules gets another field: until no projected gradient exceeds 1e-8, from the solution before',
);
console.log('      n  graph       passes: everything  active sets   ratio     CPU ms: everything  active sets   ratio');
for (const [size, locality, scale] of [
  [10_000, true, 1],
  [100_000, true, 1],
  [100_000, true, 0.1],
  [100_000, false, 0.1],
]) {
  const columns = mixedColumns(size, { locality, scale });
  const rest = relax(compile(systemOf(columns)), columns.eta, plan(1e-10)).vector;
  const h = Float64Array.from(columns.modules.h);
  h[size >> 1] += 0.3;
  const system = compile(systemOf({ ...columns, modules: { ...columns.modules, h } }));
  const passes = (method) => {
    const meter = metered(system);
    let besides = 0;
    relax(meter.system, rest, {
      ...plan(1e-8, method),
      observers: [({ facts }) => (besides += visitsIn(facts))],
    });
    return (meter.visits() + besides) / (4 * size);
  };
  const sets = activeSet({ tolerance: 1e-8 });
  const [whole, part] = [passes(auto()), passes(sets)];
  const turn = () => [auto(), sets].map((method) => spent(() => relax(system, rest, plan(1e-8, method))));
  for (let k = 0; k < 5; k++) turn();
  const times = Array.from({ length: 9 }, turn);
  const [all, some] = [0, 1].map((k) => median(times.map((pair) => pair[k])));
  const ratio = median(times.map(([one, two]) => one / two));
  const graph = `${locality ? 'locality' : 'expander'}${scale === 1 ? '' : `, x ${scale}`}`;
  if (size === 100_000 && locality && scale === 1)
    row('coupling visits, everything over active sets, n = 100000, locality', whole / part, [8, 'least']);
  console.log(
    `${String(size).padStart(7)}  ${graph.padEnd(16)} ${whole.toFixed(1).padStart(14)} ${part.toFixed(2).padStart(12)} ${(whole / part).toFixed(1).padStart(7)} ${all.toFixed(1).padStart(22)} ${some.toFixed(1).padStart(12)} ${ratio.toFixed(1).padStart(7)}`,
  );
}
