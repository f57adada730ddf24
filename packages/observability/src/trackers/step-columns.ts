import type { StepEvent } from '@cfc/core';
import type { Draft } from './row-shape.js';

/** The columns that every trace has. */
export const stepColumns = ['step', 'accepted', 'energy', 'unitEnergy', 'change', 'reason', 'warnings'] as const;

/** Fills them in. */
export function fillStep(draft: Draft, event: StepEvent): void {
  draft['step'] = event.step;
  draft['accepted'] = event.accepted;
  draft['energy'] = event.energy;
  draft['unitEnergy'] = event.unitEnergy;
  draft['change'] = event.change;
  draft['reason'] = event.reason;
  if (event.warnings.length > 0) draft['warnings'] = event.warnings.join('; ');
}
