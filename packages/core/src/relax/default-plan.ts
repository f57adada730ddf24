import type { Plan } from '../contract/relax.js';
import { monotone } from './guards/monotone.js';
import { auto } from './methods/auto.js';
import { anyOf } from './stops/any-of.js';
import { gradientBelow } from './stops/gradient-below.js';
import { maxSteps } from './stops/max-steps.js';

/** What `relax` and scenarios do where nothing else is said: `Auto` under `Monotone` to a projected gradient of 1e-9. */
export const defaultPlan: Plan = Object.freeze({
  method: auto(),
  guard: monotone(),
  stop: anyOf({ of: [gradientBelow({ norm: 1e-9 }), maxSteps({ steps: 1000 })] }),
});
