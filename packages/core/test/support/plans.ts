import {
  type Guard,
  type Method,
  type Plan,
  admm,
  auto,
  autoBalance,
  backingOff,
  backtracking,
  capCouplings,
  clamped,
  clipNorm,
  coordinate,
  descent,
  fista,
  fixedStep,
  gaussSeidel,
  freeEnergy,
  monotone,
  normalise,
  precondition,
  projectedLbfgs,
  projectedNewton,
  proximal,
  ramp,
  spectralProjectedGradient,
  stabilityLimit,
  switching,
  tangentNoise,
} from '../../src/index.js';

const search = backtracking({ initial: 0.5, tries: 20 });

/** Every method, with every piece that goes into one. */
export const methods: Readonly<Record<string, Method>> = {
  'fixed step': descent({ search: fixedStep({ step: 0.1 }) }),
  backtracking: descent({ search }),
  normalised: descent({ search, transforms: [normalise()] }),
  clipped: descent({ search: fixedStep({ step: 0.1 }), transforms: [clipNorm({ norm: 0.3 })] }),
  'preconditioned by rows': descent({ search: fixedStep({ step: 1 }), transforms: [precondition()] }),
  'preconditioned by the diagonal': descent({
    search,
    transforms: [precondition({ precision: 'diagonal', floor: 0.5 })],
  }),
  'stability limit': descent({ search: fixedStep({ step: 10 }), limit: stabilityLimit() }),
  logit: descent({ search, geometry: 'logit' }),
  'tangent noise': descent({ search, explore: tangentNoise() }),
  'automatic noise': descent({
    search: fixedStep({ step: 0.1 }),
    explore: tangentNoise({ automatic: true, projection: 'metric', weighting: 'precision', least: 0.1 }),
  }),
  coordinate: coordinate({ step: 0.1 }),
  'coordinate in unit steps': coordinate({ length: 'unit', step: 0.03 }),
  'proximal pairs': proximal(),
  'proximal stars': proximal({ blocks: 'star' }),
  admm: admm(),
  'damped admm': admm({ damping: 0.5, rho: 2 }),
  auto: auto(),
  newton: projectedNewton(),
  fista: fista(),
  'spectral gradient': spectralProjectedGradient(),
  'quasi-newton': projectedLbfgs({ memory: 4 }),
  'gauss-seidel': gaussSeidel(),
  switching: switching({ burst: coordinate(), main: descent({ search }), length: 3, patience: 2, drop: 1e-3 }),
};

export const guards: Readonly<Record<string, { readonly guard?: Guard }>> = {
  'no guard': {},
  Monotone: { guard: monotone() },
  FreeEnergy: { guard: freeEnergy({ temperature: 0.05 }) },
};

/** Schedules and adapters, each alone and two of them together. */
export const weighings: Readonly<Record<string, Pick<Plan, 'schedule' | 'adapter'>>> = {
  'fixed weights': {},
  Ramp: { schedule: ramp({ start: 0.2, steps: 6 }) },
  BackingOff: { schedule: backingOff({ schedule: ramp({ start: 0.8, steps: 30 }) }) },
  AutoBalance: { adapter: autoBalance({ target: 0.05, ratio: 2 }) },
  CapCouplings: { adapter: capCouplings({ target: 8 }) },
  'Ramp and Clamped': {
    schedule: ramp({ start: 0.2, steps: 6 }),
    adapter: clamped({ adapter: autoBalance({ target: 0.05, ratio: 2 }), floor: 0.5 }),
  },
};
