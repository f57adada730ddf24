/** A scenario with every kind of entry, as a parsed file. */
export const sample = {
  cfc: 1,
  plugins: ['@cfc/core'],
  modules: {
    order: { use: 'LandauModule', with: { a: 0.3, h: 0.2 }, input: 0.8 },
    gate: { use: 'LandauModule', start: 0.3 },
  },
  couplings: [
    { use: 'QuadraticCoupling', between: ['order', 'gate'], with: { weight: 0.6 } },
    { use: 'GateBenefitCoupling', between: ['gate', 'order'], with: { weight: 0.8 } },
  ],
  signals: { delta_eta_domain: 0.08 },
  weights: { 'coup:QuadraticCoupling': 1.5 },
  relax: {
    method: {
      use: 'Descent',
      with: {
        search: { use: 'Backtracking', with: { initial: 0.2 } },
        limit: { use: 'StabilityLimit' },
        transforms: [{ use: 'Normalise' }],
        explore: null,
      },
    },
    guard: { use: 'Monotone' },
    stop: {
      use: 'AnyOf',
      with: {
        of: [
          { use: 'MaxSteps', with: { steps: 20 } },
          { use: 'GradientBelow', with: { norm: 1e-9 } },
        ],
      },
    },
    schedule: { use: 'Ramp', with: { start: 0.5, terms: { 'coup:QuadraticCoupling': 0.2 } } },
    adapter: { use: 'Clamped', with: { adapter: { use: 'AutoBalance' }, ceiling: 2 } },
    seed: 7,
  },
};

/** A copy of the sample with one value changed, by its path. */
export function changed(path: readonly (string | number)[], value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(sample)) as Record<string | number, unknown>;
  let node = copy;
  for (const key of path.slice(0, -1)) node = node[key] as Record<string | number, unknown>;
  node[path.at(-1)!] = value;
  return copy;
}
