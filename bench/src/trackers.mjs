// What watching costs: relaxations with the budget tracker, every step a row handed to a sink, against the same without an
// observer. The last column is an observer that does nothing.
import {
  anyOf,
  auto,
  backtracking,
  compile,
  descent,
  gradientBelow,
  maxSteps,
  monotone,
  normalise,
  relax,
} from '@cfc/core';
import { energyBudgetTracker } from '@cfc/observability';
import { row } from './row.mjs';
import { mixedColumns, systemOf } from './systems.mjs';
import { compare } from './timing.mjs';

const STOP = anyOf({ of: [gradientBelow({ norm: 1e-9 }), maxSteps({ steps: 40 })] });
const methods = {
  Auto: auto(),
  'Descent (Normalise, Backtracking)': descent({
    transforms: [normalise()],
    search: backtracking({ initial: 0.05 }),
  }),
};

console.log('relax() with the budget tracker against relax() without an observer');
for (const size of [16, 4096, 65_536]) {
  const columns = mixedColumns(size);
  const system = compile(systemOf(columns));
  const repeat = Math.max(1, Math.round(40_000 / size));
  for (const [name, method] of Object.entries(methods)) {
    const plan = { method, guard: monotone(), stop: STOP };
    let rows = 0;
    const tracker = energyBudgetTracker(system, () => rows++);
    const run = (observers) => () => {
      for (let k = 0; k < repeat; k++) relax(system, columns.eta, { ...plan, ...(observers ? { observers } : {}) });
    };
    const watched = compare(run([tracker]), run());
    const idle = compare(run([() => {}]), run());
    const step = (1000 * watched.peer) / repeat / relax(system, columns.eta, plan).steps;
    if (name === 'Auto')
      row(`budget tracker, every step, n = ${size}`, watched.ratio, [size === 16 ? 1.25 : 1.05, 'most']);
    console.log(
      `${String(size).padStart(6)}  ${name.padEnd(34)} ${step.toFixed(2).padStart(9)} us a step   ` +
        `tracker ${watched.ratio.toFixed(3)}   empty observer ${idle.ratio.toFixed(3)}`,
    );
  }
}
