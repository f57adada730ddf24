// The reactive coordinator: what one event costs once a system is at rest, against a new solve from the same
// place to the same tolerance; then modules and couplings
// added and removed, with the state compared with a fresh compile after each hundred.
import { EnergyCoordinator, anyOf, auto, compile, gradientBelow, maxSteps, monotone, relax, uniform } from '@cfc/core';
import { churn } from './churn.mjs';
import { row } from './row.mjs';
import { mixedColumns, systemOf } from './systems.mjs';
import { timed } from './timing.mjs';

const SIZE = 1e6;
const EVENTS = 10_000;

function residualOf(system, eta) {
  const out = system.vector();
  system.gradient(eta, system.unit, out);
  return { residual: system.algebra.projectedNorm(eta, out), gradient: out };
}

const solveTo = (tolerance) => ({
  method: auto(),
  guard: monotone(),
  stop: anyOf({ of: [gradientBelow({ norm: tolerance }), maxSteps({ steps: 1000 })] }),
});

function events({ label, tolerance, count = EVENTS, ...options }) {
  const columns = mixedColumns(SIZE, options);
  const source = systemOf(columns);
  const coordinator = new EnergyCoordinator(source, solveTo(0.5 * tolerance), columns.eta, { tolerance });
  coordinator.relax();
  coordinator.change('LandauModule.0', { h: columns.modules.h[0] });
  const fields = Float64Array.from(columns.modules.h);
  const times = new Float64Array(count);
  let updates = 0;
  let moved = 0;
  let batch = 0;
  for (let k = 0; k < count; k++) {
    const i = Math.floor(SIZE * uniform(7, 0, k));
    fields[i] += uniform(7, 1, k) < 0.5 ? -0.1 : 0.1;
    const id = `LandauModule.${i}`;
    const options = { h: fields[i] };
    const begin = performance.now();
    const settled = coordinator.change(id, options);
    times[k] = 1e3 * (performance.now() - begin);
    updates += settled.updates;
    moved += settled.moved.length;
    batch += settled.by === 'batch' ? 1 : 0;
  }
  const maintained = coordinator.gradient();
  const system = compile(systemOf({ ...columns, modules: { ...columns.modules, h: fields } }));
  const { residual, gradient } = residualOf(system, coordinator.eta);
  if (residual > tolerance) throw new Error(`a residual of ${residual} is left`);
  let drift = 0;
  for (let i = 0; i < SIZE; i++) drift = Math.max(drift, Math.abs(gradient[i] - maintained[i]));
  fields[0] += 0.1;
  const changed = compile(systemOf({ ...columns, modules: { ...columns.modules, h: fields } }));
  const solve = timed(() => relax(changed, coordinator.eta, solveTo(tolerance)));
  const sorted = times.slice().sort();
  const total = times.reduce((sum, time) => sum + time, 0);
  const line = [
    label.padEnd(20),
    tolerance.toExponential(0).padStart(6),
    sorted[count >> 1].toFixed(1).padStart(9),
    sorted[Math.floor(0.99 * count)].toFixed(0).padStart(9),
    (updates / count).toFixed(1).padStart(9),
    (moved / count).toFixed(1).padStart(8),
    (updates / total).toFixed(2).padStart(7),
    String(batch).padStart(6),
    residual.toExponential(2).padStart(10),
    drift.toExponential(1).padStart(9),
    solve.toFixed(0).padStart(9),
    ((1e3 * solve) / sorted[count >> 1]).toFixed(0).padStart(7),
  ];
  console.log(line.join(' '));
  const goal = { locality: 50, 'locality, x 0.1': 15 }[label];
  if (goal !== undefined && tolerance === 1e-3)
    row(`µs an event, n = ${SIZE}, ${label}`, sorted[count >> 1], [goal, 'most']);
}

console.log(
  `one event: the field h of one module changes by 0.1; n = ${SIZE}, m = ${4 * SIZE}; ${EVENTS} events,\nfewer at 1e-6; every residual of the whole system is looked at afterwards`,
);
console.log(
  'graph                  tol    median us    p99 us   updates    moved  M upd/s  batch  residual     drift  solve ms   ratio',
);
events({ label: 'locality', tolerance: 1e-3 });
events({ label: 'locality, x 0.1', tolerance: 1e-3, scale: 0.1 });
events({ label: 'expander', tolerance: 1e-3, locality: false });
events({ label: 'expander, x 0.1', tolerance: 1e-3, locality: false, scale: 0.1 });
events({ label: 'locality', tolerance: 1e-6, count: 1000 });
events({ label: 'expander', tolerance: 1e-6, locality: false, count: 30 });

const { checks, median, p99, most, worst } = churn();
console.log(`
additions and removals: n = 100000, m = 400000, 10000 of them at tolerance 1e-3; after each hundred against a fresh compile
checks  median us   p99 us   most us  energy (relative)  gradient  compiled anew  residual
${String(checks).padStart(6)}  ${median.toFixed(1).padStart(9)}  ${p99.toFixed(0).padStart(7)}  ${most.toFixed(0).padStart(8)}  ${worst.energy.toExponential(1).padStart(17)}  ${worst.gradient.toExponential(1).padStart(8)}  ${worst.compiled.toExponential(1).padStart(13)}  ${worst.residual.toExponential(2)}`);
row('µs an addition or removal, n = 100000', median, [100, 'most']);
