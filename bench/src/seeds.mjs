// The prototype's two scenarios, solved from the order parameters that it begins with: evaluations, accepted steps until 90% of the
// drop, distance to the computed minimum, and microseconds of one whole relaxation of the compiled system. The peer is
// one evaluation of energy and gradient.
import { compile, defaultPlan, defineSystem, gateBenefit, landau, quadratic, relax } from '@cfc/core';
import { row } from './row.mjs';
import { median, timed } from './timing.mjs';

/** etas as read: logistic(10 (gain - cost)); the gates' local energy is a η² + b η⁴. */
const read = (gain, cost) => 1 / (1 + Math.exp(-10 * (gain - cost)));

const pull = (i, j, weight) => ({ use: quadratic({ weight }), between: [`gate${i}`, `gate${j}`] });
const benefit = (i, j, weight) => ({ use: gateBenefit({ weight }), between: [`gate${i}`, `gate${j}`] });
const gates = (list, couplings, improvement) => ({
  source: defineSystem({
    modules: Object.fromEntries(list.map(({ a, b }, i) => [`gate${i}`, landau({ a, b })])),
    couplings,
    signals: { delta_eta_domain: improvement },
  }),
  eta0: Float64Array.from(list, ({ gain, cost }) => read(gain, cost)),
});

const all = Array.from({ length: 16 }, (_, i) => i);
const scenarios = {
  baseline: {
    minimum: -0.002507612086167381,
    ...gates(
      [
        { a: 0.2, b: 0.3, gain: 0, cost: 0.1 },
        { a: 0.25, b: 0.35, gain: 0.1, cost: 0.05 },
      ],
      [pull(0, 1, 0.7), benefit(1, 0, 0.8)],
      0.08,
    ),
  },
  'dense(16)': {
    minimum: -0.010650957018332886,
    ...gates(
      all.map((i) => ({ a: 0.15, b: 0.05, gain: 0.02 * (i % 5), cost: 0.1 })),
      all.flatMap((i) => [pull(i, (i + 1) % 16, 0.6), benefit((i + 1) % 16, i, 0.4), pull(i, (i + 2) % 16, 0.3)]),
      0.05,
    ),
  },
};

const ROUND = 2000;
console.log('seed scenarios, the default plan');
console.log('             evaluations   steps   90% after   above minimum   µs a solve   µs an evaluation   ratio');
for (const [name, { source, eta0, minimum }] of Object.entries(scenarios)) {
  const system = compile(source);
  const energies = [system.energy(eta0, system.unit)];
  let products = 0;
  const observers = [
    ({ accepted, energy, facts }) => (accepted && energies.push(energy), (products += facts.products)),
  ];
  const plan = { ...defaultPlan, observers };
  const solution = relax(system, eta0, plan);
  const goal = energies[0] - 0.9 * (energies[0] - Math.min(...energies));
  const after = energies.findIndex((energy) => energy <= goal);
  const [eta, out] = [system.vector(), system.vector()];
  eta.set(eta0);
  const turns = Array.from({ length: 15 }, () => ({
    solve: timed(() => {
      for (let r = 0; r < ROUND; r++) relax(system, eta0);
    }),
    evaluate: timed(() => {
      for (let r = 0; r < ROUND; r++) system.gradient(eta, system.unit, out);
    }),
  }));
  const each = (key) => ((1000 * median(turns.map((turn) => turn[key]))) / ROUND).toFixed(2);
  const { gradient, energy } = solution.evaluations;
  // One evaluation at the start and one for each step until the energy is within 1e-12 of the minimum.
  row(`${name}: evaluations to 1e-12`, 1 + energies.findIndex((value) => value - minimum <= 1e-12), [5, 'most']);
  row(`${name}: steps to 90% of the drop`, after, [2, 'most']);
  if (name !== 'baseline') row(`${name}: µs a solve`, Number(each('solve')), [15, 'most']);
  console.log(
    [
      name.padEnd(11),
      `${gradient} + ${energy} + ${products} Hv`.padStart(13),
      String(solution.steps).padStart(6),
      String(after).padStart(11),
      (solution.unitEnergy - minimum).toExponential(1).padStart(15),
      each('solve').padStart(12),
      each('evaluate').padStart(18),
      median(turns.map(({ solve, evaluate }) => solve / evaluate))
        .toFixed(1)
        .padStart(7),
    ].join(' '),
  );
}
