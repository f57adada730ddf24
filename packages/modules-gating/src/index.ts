/** Gates that open by energy: a module, its hazard and decision functions, and metrics of decisions. */
export { energyGating } from './energy-gating.js';
export type { GateInput } from './energy-gating.js';
export { gateDecision } from './gate-decision.js';
export type { GateDecision } from './gate-decision.js';
export { gatingMetrics } from './gating-metrics.js';
export type { GatingMetrics } from './gating-metrics.js';
export { hazard } from './hazard.js';
export { logistic } from './logistic.js';
export { openProbability } from './open-probability.js';
export { gatingPlugin } from './plugin.js';
export { straightThrough } from './straight-through.js';
export type { StraightThrough } from './straight-through.js';
export * from './gradient-ratio/index.js';
