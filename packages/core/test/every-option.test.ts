import { describe, expect, test } from 'vitest';
import {
  type AnyCoupling,
  type AnyDefinition,
  type AnyModule,
  type Explore,
  type Guard,
  type Limit,
  type Method,
  type Plan,
  type Schedule,
  type Search,
  type StepEvent,
  type Stop,
  type Transform,
  type WeightAdapter,
  anyOf,
  autoBalance,
  backtracking,
  capCouplings,
  compile,
  coordinate,
  corePlugin,
  defineSystem,
  descent,
  fixedStep,
  gradientBelow,
  landau,
  maxSteps,
  monotone,
  normalise,
  ramp,
  relax,
  stabilityLimit,
  tangentNoise,
} from '../src/index.js';
import { mixed, mixedStart } from './support/mixed.js';

/** Options under which the piece is watched first, and the value that has to make a difference. */
type Change = readonly [base: object, changed: unknown];

const energetic = { stall: 0, backtracks: 0, rotation: 0, automatic: true, magnitude: 0.2 };
const steep = { initial: 4, tries: 20 };
const slowBurst = { burst: coordinate(), main: descent(), length: 3, drop: 1e9, patience: 2 };
const halfway = ramp({ start: 0.8, steps: 40 });
const soon = [maxSteps({ steps: 3 })];

/** One change for every option of every piece that the core provides. */
const changes: Readonly<Record<string, Readonly<Record<string, Change>>>> = {
  LandauModule: { a: [{}, 2], b: [{}, 2], h: [{}, 2] },
  QuadraticCoupling: { weight: [{}, 2] },
  DirectedHingeCoupling: { weight: [{}, 2] },
  AsymmetricHingeCoupling: { weight: [{}, 2], alpha: [{}, 0.5], beta: [{}, 2] },
  GateBenefitCoupling: { weight: [{ signal: 'gain' }, 2], signal: [{ signal: 'gain' }, 'loss'] },
  DampedGateBenefitCoupling: {
    weight: [{ signal: 'gain' }, 2],
    signal: [{ signal: 'gain' }, 'loss'],
    damping: [{ signal: 'gain' }, 0.5],
    etaPower: [{ signal: 'gain' }, 2],
    positiveScale: [{ signal: 'gain' }, 2],
    negativeScale: [{ signal: 'loss' }, 2],
  },
  Descent: {
    search: [{}, fixedStep({ step: 0.1 })],
    transforms: [{}, [normalise()]],
    limit: [{}, stabilityLimit({ fraction: 0.01 })],
    explore: [{}, tangentNoise()],
    geometry: [{}, 'logit'],
  },
  Coordinate: { step: [{}, 0.1], length: [{}, 'unit'], tolerance: [{}, 0.9] },
  Proximal: { tau: [{}, 0.1], blocks: [{}, 'star'] },
  Auto: {},
  ProjectedNewton: { forcing: [{}, 0.9], products: [{}, 1] },
  Fista: { theta: [{}, 1.5] },
  SpectralProjectedGradient: { shortest: [{}, 5], longest: [{}, 1e-3] },
  ProjectedLbfgs: { memory: [{}, 1] },
  GaussSeidel: {},
  Admm: { rho: [{}, 2], step: [{}, 0.1], damping: [{}, 0.5] },
  Switching: {
    burst: [slowBurst, descent({ search: fixedStep() })],
    main: [slowBurst, coordinate({ step: 0.2 })],
    length: [slowBurst, 4],
    drop: [slowBurst, 1e-12],
    patience: [slowBurst, 1],
  },
  Normalise: {},
  ClipNorm: { norm: [{}, 0.1] },
  Precondition: { precision: [{ floor: 0.5 }, 'diagonal'], floor: [{}, 30] },
  FixedStep: { step: [{}, 0.1] },
  Backtracking: { initial: [{}, 0.1], shrink: [steep, 0.7], decrease: [steep, 0.9], tries: [steep, 1] },
  StabilityLimit: { fraction: [{}, 0.1], warnBelow: [{}, 1] },
  TangentNoise: {
    magnitude: [{}, 0.1],
    decay: [{}, 0.5],
    projection: [{}, 'metric'],
    weighting: [{}, 'precision'],
    precision: [{ weighting: 'precision' }, 'diagonal'],
    automatic: [{}, true],
    stall: [energetic, 1],
    backtracks: [energetic, 1],
    rotation: [energetic, 1],
    least: [energetic, 0.5],
  },
  SmallGainLimit: { theta: [{}, 0.1] },
  Monotone: { tolerance: [{}, 1] },
  FreeEnergy: { temperature: [{ temperature: 0.01 }, 5], tolerance: [{ temperature: 0.01 }, 1] },
  MaxSteps: { steps: [{ steps: 3 }, 4] },
  GradientBelow: { norm: [{ norm: 1 }, 0.5] },
  Stalled: { drop: [{ drop: 0.1, patience: 2 }, 0.01], patience: [{ drop: 0.1, patience: 2 }, 3] },
  AnyOf: { of: [{ of: soon }, [maxSteps({ steps: 3 }), gradientBelow({ norm: 9 })]] },
  AllOf: { of: [{ of: soon }, [maxSteps({ steps: 3 }), maxSteps({ steps: 4 })]] },
  Ramp: { start: [{}, 0.5], terms: [{}, { 'local:LandauModule': 0.5 }], steps: [{ start: 0.5 }, 5] },
  BackingOff: {
    schedule: [{ schedule: halfway }, ramp({ start: 0.5, steps: 40 })],
    factor: [{ schedule: halfway }, 0.9],
    floor: [{ schedule: halfway }, 0.7],
    patience: [{ schedule: halfway }, 2],
  },
  AutoBalance: {
    target: [{ target: 0.05, ratio: 2 }, 0.02],
    ratio: [{ target: 0.05, ratio: 2 }, 5],
    floor: [{ target: 0.05, ratio: 2 }, 0.5],
    ceiling: [{ target: 0.05, ratio: 2 }, 0.5],
  },
  CapCouplings: { target: [{ target: 8 }, 9] },
  Clamped: {
    adapter: [{ adapter: autoBalance({ target: 0.05, ratio: 2 }) }, capCouplings({ target: 8 })],
    floor: [{ adapter: autoBalance({ target: 0.05, ratio: 2 }) }, 0.5],
    ceiling: [{ adapter: autoBalance({ target: 0.05, ratio: 2 }) }, 0.5],
  },
};

/** All that can be seen of a run, except the words in which it is told. */
function traceOf(plan: Partial<Plan>): unknown {
  const events: StepEvent[] = [];
  const { outcome, steps, vector, weights } = relax(mixed, mixedStart, {
    method: descent({ search: fixedStep({ step: 0.3 }) }),
    stop: maxSteps({ steps: 12 }),
    observers: [(event) => events.push(event)],
    ...plan,
  });
  const seen = events.map(({ accepted, eta, facts, warnings }) => [accepted, eta, facts, warnings.length]);
  return { outcome, steps, vector, weights, seen };
}

/** Jumps far enough that guards have something to refuse. */
const restless = descent({ search: fixedStep({ step: 0.1 }), explore: tangentNoise({ magnitude: 0.3, decay: 1 }) });

/** What each slot's pieces are watched in. */
const watches: Readonly<Record<string, (piece: never) => unknown>> = {
  module: (module: AnyModule) => [0.3, 0.9].map((x) => module.family.energy(x, module.options, {})),
  coupling(coupling: AnyCoupling) {
    const couplings = [{ use: coupling, between: ['x', 'y'] as const }];
    const system = compile(
      defineSystem({ modules: { x: landau(), y: landau() }, couplings, signals: { gain: 0.3, loss: -0.2 } }),
    );
    return [Float64Array.of(0.3, 0.9), Float64Array.of(0.9, 0.3)].map((eta) => system.energy(eta, system.unit));
  },
  method: (method: Method) => traceOf({ method }),
  transform: (transform: Transform) => traceOf({ method: descent({ transforms: [transform] }) }),
  search: (search: Search) => traceOf({ method: descent({ search }) }),
  limit: (limit: Limit) => traceOf({ method: descent({ search: fixedStep({ step: 9 }), limit }) }),
  explore: (explore: Explore) =>
    traceOf({
      method: descent({ search: backtracking({ initial: 2, tries: 9 }), explore }),
      stop: maxSteps({ steps: 40 }),
    }),
  guard: (guard: Guard) => traceOf({ method: restless, guard, seed: 1 }),
  stop: (stop: Stop) => traceOf({ method: descent(), stop: anyOf({ of: [stop, maxSteps({ steps: 60 })] }) }),
  schedule: (schedule: Schedule) => traceOf({ method: restless, guard: monotone(), schedule, seed: 1 }),
  adapter: (adapter: WeightAdapter) => traceOf({ adapter }),
};

describe('every option of every piece changes something', () => {
  test.each(corePlugin.provides.map((definition): [string, AnyDefinition] => [definition.name, definition]))(
    '%s',
    (name, definition) => {
      const own = changes[name] ?? expect.unreachable(`add an entry for ${name} to the table above`);
      expect(Object.keys(own).sort(), `the entries of ${name}`).toEqual(Object.keys(definition.fields).sort());
      const watch = watches[definition.slot]! as (piece: unknown) => unknown;
      for (const [option, [base, changed]] of Object.entries(own)) {
        const [before, again, after] = [base, base, { ...base, [option]: changed }].map((given) =>
          watch(definition(given)),
        );
        expect(again, `${name} twice`).toEqual(before);
        expect(after, `${name}.${option}`).not.toEqual(before);
      }
    },
  );

  test('the table names no piece that is not there', () => {
    const names: readonly string[] = corePlugin.provides.map(({ name }) => name);
    expect(Object.keys(changes).filter((name) => !names.includes(name))).toEqual([]);
  });
});
