// Writes the figures of the docs as SVG, from runs of the built packages.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gallery } from './docs-gallery.mjs';
import { built, root } from './workspace.mjs';

/** The chart library is the command line's. */
const library = (name) =>
  import(pathToFileURL(createRequire(join(root, 'packages/cli/package.json')).resolve(name)).href);

const RHOS = [0.5, 0.7, 0.9];
const STEPS = 16;

/** What SmallGain has spent of the tightest row's margin after each step of the dense scenario, for each rho. */
async function spentOf() {
  const core = await built('core');
  const { smallGain } = await built('adapters-smallgain');
  const { defineSystem, landau, quadratic, gateBenefit } = core;
  const ring = Array.from({ length: 16 }, (_, i) => i);
  const link = (use, i, j) => ({ use, between: [`gate${i}`, `gate${j}`] });
  const system = core.compile(
    defineSystem({
      modules: Object.fromEntries(ring.map((i) => [`gate${i}`, landau({ a: 0.15, b: 0.05 })])),
      couplings: ring.flatMap((i) => [
        link(quadratic({ weight: 0.6 }), i, (i + 1) % 16),
        link(gateBenefit({ weight: 0.4 }), (i + 1) % 16, i),
        link(quadratic({ weight: 0.3 }), i, (i + 2) % 16),
      ]),
      signals: { delta_eta_domain: 0.05 },
    }),
  );
  const eta0 = Float64Array.from(ring, (i) => 1 / (1 + Math.exp(-10 * (0.02 * (i % 5) - 0.1))));
  return RHOS.flatMap((rho) => {
    const points = [{ rho, step: 0, spent: 0 }];
    core.relax(system, eta0, {
      method: core.descent({
        transforms: [core.normalise()],
        search: core.backtracking({ initial: 0.05 }),
      }),
      guard: core.monotone(),
      stop: core.maxSteps({ steps: STEPS }),
      adapter: smallGain({ rho }),
      observers: [
        ({ accepted, facts }) => {
          if (accepted) points.push({ rho, step: points.length, spent: points.at(-1).spent + facts['spent:rows'] });
        },
      ],
    });
    return points;
  });
}

const rhoColor = { field: 'rho', type: 'nominal', title: 'ρ' };

async function budgetFigure() {
  const [{ parse, View }, { compile }] = await Promise.all([library('vega'), library('vega-lite')]);
  const values = await spentOf();
  const spec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: 420,
    height: 220,
    layer: [
      {
        data: { values: RHOS.map((rho) => ({ rho, budget: rho })) },
        mark: { type: 'rule', strokeDash: [4, 3] },
        encoding: { y: { field: 'budget', type: 'quantitative' }, color: rhoColor },
      },
      {
        data: { values },
        mark: { type: 'line', point: true },
        encoding: {
          x: { field: 'step', type: 'quantitative', title: 'accepted steps' },
          y: {
            field: 'spent',
            type: 'quantitative',
            title: 'share of the margin spent',
            scale: { domain: [0, 1] },
          },
          color: rhoColor,
        },
      },
    ],
  };
  const view = new View(parse(compile(spec).spec), { renderer: 'none' });
  try {
    return `${await view.toSVG()}\n`;
  } finally {
    view.finalize();
  }
}

/** All figures by path from the root. */
export async function figures() {
  return { 'docs/figures/smallgain-budget.svg': await budgetFigure(), ...(await gallery()) };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  for (const [path, text] of Object.entries(await figures())) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
