import { type BlueprintRate, wilson } from '@cfc/modules-gating';
import type { Claim } from '../experiment.js';
import type { Findings } from './findings.js';
import { countText, measureText, short } from './text.js';

/** Number of parameters below which a seed is called small. */
const SMALL = 100;

/** Whom today's gate wrongs: useful seeds that fail and others that pass, by size. More often is where the intervals stand apart. */
export function wrongDecisions({ reports: { sqrtParameters: today }, sizes, useful }: Findings): Claim {
  const [little, large] = [true, false].map((small) =>
    wronged(today.blueprints.filter(({ blueprint }) => sizes.get(blueprint)! < SMALL === small)),
  ) as [Wronged, Wronged];
  const failMore = little.failed.low > large.failed.high;
  const passMore = large.passed.low > little.passed.high;
  const each = today.blueprints.map((one) => `${one.blueprint} ${countText(wronged([one]).failed)}`);
  return {
    expected: 'Small but valuable seeds may fail the gate, large inefficient ones may pass (impact in the ticket).',
    seen: `Useful seeds (gain of at least ${short(useful)}) that fail: ${rateText(little.failed)} of the small ones, below ${SMALL} parameters, ${rateText(large.failed)} of the large ones. Others that pass: ${rateText(large.passed)} of the large ones, ${rateText(little.passed)} of the small ones. Useful ones that fail by blueprint: ${each.join(', ')}.`,
    verdict: failMore && passMore ? 'confirmed' : failMore || passMore ? 'partly confirmed' : 'refuted',
  };
}

type Wronged = ReturnType<typeof wronged>;

/** Shares of useful seeds that fail, and of the others that pass. */
function wronged(some: readonly BlueprintRate[]) {
  const total = (of: (one: BlueprintRate) => number): number => some.reduce((sum, one) => sum + of(one), 0);
  const useful = total((one) => one.useful!.total);
  const good = total((one) => one.useful!.passed);
  return {
    failed: wilson(useful - good, useful),
    passed: wilson(total((one) => one.passed) - good, total((one) => one.total) - useful),
  };
}

const rateText = ({ rate, low, high }: ReturnType<typeof wilson>): string => measureText({ value: rate, low, high });
