import { definePlugin, pluginApi } from './contract/plugin.js';
import { asymmetricHinge } from './couplings/asymmetric-hinge.js';
import { dampedGateBenefit } from './couplings/damped-gate-benefit.js';
import { directedHinge } from './couplings/directed-hinge.js';
import { gateBenefit } from './couplings/gate-benefit.js';
import { quadratic } from './couplings/quadratic.js';
import { landau } from './modules/landau.js';
import { autoBalance } from './relax/adapters/auto-balance.js';
import { capCouplings } from './relax/adapters/cap-couplings.js';
import { clamped } from './relax/adapters/clamped.js';
import { tangentNoise } from './relax/explore/tangent-noise.js';
import { freeEnergy } from './relax/guards/free-energy.js';
import { monotone } from './relax/guards/monotone.js';
import { smallGainLimit } from './relax/limits/small-gain-limit.js';
import { stabilityLimit } from './relax/limits/stability-limit.js';
import { admm } from './relax/methods/admm.js';
import { coordinate } from './relax/methods/coordinate.js';
import { descent } from './relax/methods/descent.js';
import { auto } from './relax/methods/auto.js';
import { fista } from './relax/methods/fista.js';
import { gaussSeidel } from './relax/methods/gauss-seidel.js';
import { projectedLbfgs } from './relax/methods/projected-lbfgs.js';
import { projectedNewton } from './relax/methods/projected-newton.js';
import { spectralProjectedGradient } from './relax/methods/spectral-projected-gradient.js';
import { proximal } from './relax/methods/proximal.js';
import { switching } from './relax/methods/switching.js';
import { backingOff } from './relax/schedules/backing-off.js';
import { ramp } from './relax/schedules/ramp.js';
import { backtracking } from './relax/searches/backtracking.js';
import { fixedStep } from './relax/searches/fixed-step.js';
import { allOf } from './relax/stops/all-of.js';
import { anyOf } from './relax/stops/any-of.js';
import { gradientBelow } from './relax/stops/gradient-below.js';
import { maxSteps } from './relax/stops/max-steps.js';
import { stalled } from './relax/stops/stalled.js';
import { clipNorm } from './relax/transforms/clip-norm.js';
import { normalise } from './relax/transforms/normalise.js';
import { precondition } from './relax/transforms/precondition.js';

/** Everything that the core itself provides, as a plugin like any other. */
export const corePlugin = definePlugin({
  name: '@cfc/core',
  version: '1.0.0',
  api: pluginApi,
  provides: [
    landau,
    quadratic,
    directedHinge,
    asymmetricHinge,
    gateBenefit,
    dampedGateBenefit,
    auto,
    projectedNewton,
    fista,
    spectralProjectedGradient,
    projectedLbfgs,
    gaussSeidel,
    descent,
    coordinate,
    proximal,
    admm,
    switching,
    normalise,
    clipNorm,
    precondition,
    fixedStep,
    backtracking,
    stabilityLimit,
    smallGainLimit,
    tangentNoise,
    monotone,
    freeEnergy,
    maxSteps,
    gradientBelow,
    stalled,
    anyOf,
    allOf,
    ramp,
    backingOff,
    autoBalance,
    capCouplings,
    clamped,
  ],
});
