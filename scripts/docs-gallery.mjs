// The figures of docs/observability.md and docs/dual.md: a real run of sixteen gates under SmallGain with a ramp, a sweep of its
// options, and a run under constraints.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dualRows } from './docs-dual.mjs';
import { built, root } from './workspace.mjs';

const SIZE = 16;

/** The rows of the run: those of the budget tracker, with uncertainty and metrics of its gates. */
async function rowsOf() {
  const core = await built('core');
  const [{ smallGain }, { uncertainty }, gating, { energyBudgetTracker, gatingMetricsLogger }] = await Promise.all(
    ['adapters-smallgain', 'adapters-agm', 'modules-gating', 'observability'].map((name) => built(name)),
  );
  const { defineSystem, landau, quadratic, gateBenefit } = core;
  const ring = Array.from({ length: SIZE }, (_, i) => i);
  const link = (use, i, j) => ({ use, between: [`gate${i}`, `gate${j}`] });
  const system = core.compile(
    defineSystem({
      modules: Object.fromEntries(ring.map((i) => [`gate${i}`, landau({ a: 0.1 + 0.02 * (i % 4), b: 0.05 })])),
      couplings: ring.flatMap((i) => [
        link(quadratic({ weight: 0.6 }), i, (i + 1) % SIZE),
        link(gateBenefit({ weight: 0.4 }), (i + 1) % SIZE, i),
      ]),
      signals: { delta_eta_domain: 0.12 },
    }),
  );
  const eta0 = Float64Array.from(ring, (i) => 0.15 + 0.7 * core.uniform(7, 0, i));
  const rows = [];
  const history = [];
  const tracker = energyBudgetTracker(system, (row) => rows.push(row), {
    perEta: true,
    precision: true,
    polynomials: true,
  });
  const log = gatingMetricsLogger((row) => Object.assign(rows.at(-1), row));
  const observer = (event) => {
    tracker(event);
    history.push(event.unitEnergy);
    const { epistemic, aleatoric, total } = uncertainty(history, 0.05);
    Object.assign(rows.at(-1), {
      'uncertainty:epistemic': epistemic,
      'uncertainty:aleatoric': aleatoric,
      'uncertainty:total': total,
    });
    const decisions = Array.from(event.eta, (eta) => gating.gateDecision(-Math.log(1.001 - eta), -event.change));
    log(event.step, gating.gatingMetrics(decisions));
  };
  core.relax(system, eta0, {
    method: core.descent({ transforms: [core.normalise()], search: core.backtracking({ initial: 0.1, tries: 12 }) }),
    guard: core.monotone(),
    stop: core.maxSteps({ steps: 60 }),
    schedule: core.ramp({ start: 0.2, steps: 12 }),
    adapter: smallGain({ rho: 0.5 }),
    observers: [Object.assign(observer, { needs: tracker.needs })],
  });
  return rows;
}

/** The table that `cfc sweep smallgain --out` wrote. */
function sweepRows() {
  const [head, ...lines] = readFileSync(join(root, 'docs/figures/smallgain-sweep.csv'), 'utf8').trim().split('\n');
  const cell = (text) => (text === '' ? null : Number.isNaN(Number(text)) ? text : Number(text));
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((text, k) => [names[k], cell(text)])));
}

/** All figures of the gallery by path from the root. */
export async function gallery() {
  const [{ figures, figureSpec }, { svgOf }] = await Promise.all([
    built('observability'),
    built('observability', 'node'),
  ]);
  const [run, sweep, dual] = [await rowsOf(), sweepRows(), await dualRows()];
  const tableFor = (name) => (name === 'pareto' ? sweep : name.startsWith('dual-') ? dual : run);
  const drawn = [...figures.keys()].map(async (name) => [
    `docs/figures/${name}.svg`,
    await svgOf(figureSpec(name, tableFor(name))),
  ]);
  return Object.fromEntries(await Promise.all(drawn));
}
