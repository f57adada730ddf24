import { CfcError, checkPlan, describe } from '@cfc/core';
import type { PlannedStage } from './staged.js';

/** Throws `INPUT_INVALID` for no stages at all; `OPTION_INVALID` for a budget or tolerance that is none; as `checkPlan`. */
export function checkStages(stages: readonly PlannedStage[], passes: number | undefined): void {
  if (!Array.isArray(stages) || stages.length === 0) {
    throw new CfcError('INPUT_INVALID', 'there are no stages', 'relaxStaged', 'Give a list of { name, plan }.');
  }
  checkPositive(passes, 'relaxStaged.passes');
  stages.forEach((stage: PlannedStage, s) => {
    checkPlan(stage.plan);
    for (const key of ['steps', 'passes', 'tolerance'] as const) {
      checkPositive(stage[key], `relaxStaged.stages[${s}].${key}`);
    }
  });
}

function checkPositive(value: number | undefined, where: string): void {
  if (value === undefined || (Number.isFinite(value) && value > 0)) return;
  throw new CfcError(
    'OPTION_INVALID',
    `${describe(value)} is not a finite number > 0`,
    where,
    'Leave it out, or give one.',
  );
}
