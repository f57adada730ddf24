import type { DualColumn } from './column.js';

const RAW = 'loss';
const NORMALISED = 'normalised';
const NUMBER = '1';
const column = (name: string, unit: string, meaning: string): DualColumn => Object.freeze({ name, unit, meaning });

/** What the columns of `traceRow` mean. A star stands for the name of a constraint, or for two names with a colon in between. */
export const dualColumns: readonly DualColumn[] = Object.freeze([
  column('step', 'steps', 'number of the step, from 1'),
  column('task', RAW, 'task loss of the step'),
  column('infeasibility', NORMALISED, 'largest violation above 0: 0 where every constraint is satisfied'),
  column('complementarity', NORMALISED, 'largest |λ v| of the inequalities: 0 at a solution'),
  column('alerts', 'text', 'what was told of at the step: λ at its cap, a constraint satisfied too rarely'),
  column('raw:*', RAW, 'loss of a constraint as it was measured; empty where there was none, or none that is finite'),
  column('normalized:*', NORMALISED, 'x̂: the loss after its normalizer'),
  column('target:*', NORMALISED, 'c(t): what x̂ is compared with'),
  column(
    'violation:*',
    NORMALISED,
    'v = x̂ - c(t), or c(t) - x̂ where at least c(t) is asked; above 0 the constraint is violated',
  ),
  column('satisfied:*', 'truth value', 'whether v is within the tolerance or below; that of an equality, |v|'),
  column('lambda:*', NUMBER, 'λ after the step'),
  column('lambda_max:*', NUMBER, 'cap of λ; empty where there is none'),
  column('dual_weight:*', NUMBER, 'what the raw gradient of a constraint is multiplied by'),
  column(
    'reason:*',
    'text',
    'why λ was changed, or why it was not: update, deadzone, spike, frozen, audit, missing, ...',
  ),
  column('penalty:*', NUMBER, 'c of the augmented Lagrangian; 0: plain Lagrangian'),
  column('leak_bias:*', NORMALISED, 'ρ λ / η: violation at which the leak holds λ still'),
  column('ease:*', NUMBER, 'ease metric of a constraint: how easy its cases were'),
  column('drift:*', NUMBER, 'how far the losses have moved from the reference of the normalizer'),
  column('cosine:*', NUMBER, 'cosine of the angle between two gradients, before they are combined'),
  column('cosine_after:*', NUMBER, 'the same after they were combined'),
  column('cosine_min', NUMBER, 'least cosine of all pairs'),
  column('conflict_fraction', NUMBER, 'share of the pairs whose cosine is below 0'),
  column(
    'redundancy',
    NUMBER,
    '(largest eigenvalue of the cosine matrix - 1) / (K - 1): 1 where all gradients point one way',
  ),
  column('risk', NUMBER, 'V_s: risk energy of the step, at least 0, where it was measured'),
]);
