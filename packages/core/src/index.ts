/** Energy-based coordination: contracts, couplings, compiled systems, the one loop and its pieces. */
export { CfcError, isCfcError, suggestion } from './errors.js';
export { errorTable } from './error-table.js';
export type { ErrorCode } from './errors.js';

export { choice, describe, flag, integer, neededNumber, number, numbers, text } from './options/field.js';
export { list, neededList } from './options/list-field.js';
export type { ListRange } from './options/list-field.js';
export { fill } from './options/fill.js';
export { neededPiece, piece, pieces } from './options/piece-field.js';
export { onlyKeys } from './options/only-keys.js';
export type { Field, FieldKind, Fields, Given, NeededKeys, Options, Range } from './options/field.js';
export type { JsonSchema } from './options/schema.js';

export {
  defineAdapter,
  defineCoupling,
  defineExplore,
  defineGuard,
  defineLimit,
  defineMethod,
  defineModule,
  defineSchedule,
  defineSearch,
  defineStop,
  defineTransform,
} from './contract/definition.js';
export type {
  AnyDefinition,
  CouplingDefinition,
  Definition,
  ModuleDefinition,
  Piece,
  PieceSource,
} from './contract/definition.js';
export { definePlugin, pluginApi } from './contract/plugin.js';
export type { Plugin } from './contract/plugin.js';
export type * from './contract/energy.js';
export type * from './contract/adapter.js';
export type * from './contract/algebra.js';
export type * from './contract/pieces.js';
export type * from './contract/relax.js';
export type * from './contract/system.js';

export { normal, uniform, uniforms } from './numeric/random.js';
export { derivative } from './numeric/difference.js';
export { clip, dot, norm, projected, projectedNorm } from './numeric/vector.js';

export { asymmetricHinge } from './couplings/asymmetric-hinge.js';
export { dampedGateBenefit } from './couplings/damped-gate-benefit.js';
export { directedHinge } from './couplings/directed-hinge.js';
export { gateBenefit } from './couplings/gate-benefit.js';
export { quadratic } from './couplings/quadratic.js';
export { landau } from './modules/landau.js';
export { unitInterval } from './modules/unit-interval.js';

export { couplingColumns, moduleColumns } from './system/blocks.js';
export type { CouplingColumns, ModuleColumns } from './system/blocks.js';
export { defineSystem } from './system/define.js';
export type { InputOf, ModuleMap, Surroundings, System } from './system/define.js';
export type { AnyCoupling, AnyModule, Link, LinkGroup, ModuleGroup } from './system/groups.js';
export type { AnyColumns, Column, Constant, GivenColumns } from './system/columns.js';
export { type Parts, partsOf } from './system/parts.js';
export { type CompileOptions, compile } from './system/compile.js';
export type { Threads } from './system/threads/threads.js';
export { numericSlope, numericSlopes } from './system/numeric-slope.js';
export { checkEta, readEta, readOneEta } from './system/read-eta.js';

export { createRegistry } from './registry/registry.js';
export type { Make, Provided, Registry } from './registry/registry.js';
export { prefixed } from './registry/prefixed.js';

export { proceed, relax, resumed, steps } from './relax/relax.js';
export { advance, begin } from './relax/step.js';
export { localSlope } from './system/local-slope.js';
export { peek } from './relax/peek.js';
export { termBounds } from './relax/term-bounds.js';
export { solutionOf } from './relax/solution.js';
export { stages } from './relax/stages.js';
export type { Stage, Staging } from './relax/stages.js';
export { checkPlan } from './relax/check-plan.js';
export { checkState } from './relax/check-state.js';
export { defaultPlan } from './relax/default-plan.js';
export { readState, writeState } from './relax/json.js';
export { autoBalance } from './relax/adapters/auto-balance.js';
export { capCouplings } from './relax/adapters/cap-couplings.js';
export { clamped } from './relax/adapters/clamped.js';
export { projectEuclidean, projectMetric } from './relax/explore/project.js';
export { tangentNoise } from './relax/explore/tangent-noise.js';
export { entropy, freeEnergy } from './relax/guards/free-energy.js';
export { monotone } from './relax/guards/monotone.js';
export { smallGainLimit } from './relax/limits/small-gain-limit.js';
export { stabilityLimit } from './relax/limits/stability-limit.js';
export { admm } from './relax/methods/admm.js';
export { coordinate } from './relax/methods/coordinate.js';
export { descent } from './relax/methods/descent.js';
export { auto } from './relax/methods/auto.js';
export { fista } from './relax/methods/fista.js';
export { gaussSeidel } from './relax/methods/gauss-seidel.js';
export { projectedLbfgs } from './relax/methods/projected-lbfgs.js';
export { projectedNewton } from './relax/methods/projected-newton.js';
export { spectralProjectedGradient } from './relax/methods/spectral-projected-gradient.js';
export { proximal } from './relax/methods/proximal.js';
export { switching } from './relax/methods/switching.js';
export { backingOff } from './relax/schedules/backing-off.js';
export { ramp } from './relax/schedules/ramp.js';
export { backtracking } from './relax/searches/backtracking.js';
export { fixedStep } from './relax/searches/fixed-step.js';
export { allOf } from './relax/stops/all-of.js';
export { anyOf } from './relax/stops/any-of.js';
export { gradientBelow } from './relax/stops/gradient-below.js';
export { maxSteps } from './relax/stops/max-steps.js';
export { stalled } from './relax/stops/stalled.js';
export { clipNorm } from './relax/transforms/clip-norm.js';
export { normalise } from './relax/transforms/normalise.js';
export { precondition } from './relax/transforms/precondition.js';

export { EnergyCoordinator } from './reactive/coordinator.js';
export type { CoordinatorEvents, Update } from './reactive/coordinator.js';
export { Deliveries } from './reactive/deliveries.js';
export type { Stream } from './reactive/follow.js';
export type { Additions } from './reactive/live/check.js';
export type { CouplingName, Removals } from './reactive/live/resolve.js';
export type { CoordinatorOptions } from './reactive/options.js';
export type { Added, Settled } from './reactive/settled.js';
export { buildPlan, buildScenario, pluginsOf } from './scenario/scenario.js';
export type { Scenario } from './scenario/scenario.js';
export { scenarioSchema } from './scenario/schema.js';
export { corePlugin } from './plugin.js';
