import type { Tree } from './tree.js';

/** A recipe: a configuration to begin from. */
export interface Preset {
  /** What it is for, and what to look at. */
  readonly meaning: string;
  readonly tree: Tree;
}

/**
 * Recipes by domain. Their losses are raw: grammar energies and distances in [0, 1], KL in nats a step, latency as a share of its budget; so
 * no normalizer stands between a target and its meaning. Lay your own keys on top: `{ preset: 'robot', losses: { ... } }`.
 */
export const presets = Object.freeze({
  'json-agent': {
    meaning:
      'API and JSON agents: the grammar is masked at decoding; expect quick convergence, watch for masks that collapse',
    tree: {
      losses: {
        cfs: { target: 0, normalizer: 'none', hard: true, eta_lambda: 1e-2 },
        g2g: { target: 0.1, normalizer: 'none' },
        kl: { target: 0.02, normalizer: 'none' },
      },
      dual: { eta_lambda: 5e-3, lambda_max: 50, controller: { type: 'nupi' } },
    },
  },
  'call-agent': {
    meaning:
      'phone and video calls: a grammar with slack, strong calibration so that calls can be deferred, look-ups within the latency budget',
    tree: {
      losses: {
        cfs: { target: 0.1, normalizer: 'none' },
        cal: { target: 0.03, normalizer: 'none', weight: 2 },
        evsi: { target: 0.1, normalizer: 'none', weight: 0.5 },
        latency: { target: 1, normalizer: 'none' },
      },
      dual: {
        eta_lambda: 5e-3,
        lambda_max: 50,
        controller: { type: 'nupi' },
        families: [{ members: ['evsi', 'latency'], budget: 20 }],
      },
    },
  },
  robot: {
    meaning:
      'robots and factories: the grammar and safety are hard, plans stay close to the reference, new parameters are dear',
    tree: {
      losses: {
        cfs: { target: 0, normalizer: 'none', hard: true },
        g2g: { target: 0.1, normalizer: 'none' },
        growth: { target: 0.01, normalizer: 'none', weight: 2, eta_lambda: 5e-2 },
        safety: { target: 0, normalizer: 'none', hard: true },
      },
      dual: { eta_lambda: 5e-3, lambda_max: 50, controller: { type: 'nupi' }, alerts: { satisfaction: 0.95 } },
    },
  },
} as const satisfies Readonly<Record<string, Preset>>);
