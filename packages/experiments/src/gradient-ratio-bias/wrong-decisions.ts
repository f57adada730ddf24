import { type BlueprintRate, wilson } from '@cfc/modules-gating';
import type { Claim } from '../experiment.js';
import type { Findings } from './findings.js';
import { short } from './text.js';

/** Whom today's gate wrongs: useful seeds that fail and the others that pass, by size. */
export function wrongDecisions({ reports: { sqrtParameters: today }, small, useful }: Findings): Claim {
  const [little, large] = [true, false].map((is) =>
    wronged(today.blueprints.filter((one) => small.has(one.blueprint) === is)),
  );
  const failMore = little!.failed.rate > large!.failed.rate;
  const passMore = large!.passed.rate > little!.passed.rate;
  return {
    expected: 'Small but valuable seeds may fail the gate, large inefficient ones may pass (impact in the ticket).',
    seen: `Useful seeds (gain of at least ${short(useful)}) that fail: ${shareText(little!.failed)} of the small ones, below 100 parameters; ${shareText(large!.failed)} of the large ones. Others that pass: ${shareText(large!.passed)} of the large ones, ${shareText(little!.passed)} of the small ones.`,
    verdict: failMore && passMore ? 'confirmed' : failMore || passMore ? 'partly confirmed' : 'refuted',
  };
}

function wronged(some: readonly BlueprintRate[]) {
  const total = (of: (one: BlueprintRate) => number): number => some.reduce((sum, one) => sum + of(one), 0);
  const useful = total((one) => one.useful!.total);
  const good = total((one) => one.useful!.passed);
  return {
    failed: wilson(useful - good, useful),
    passed: wilson(total((one) => one.passed) - good, total((one) => one.total) - useful),
  };
}

const shareText = ({ rate, low, high }: ReturnType<typeof wilson>): string =>
  `${short(rate)} [${short(low)}, ${short(high)}]`;
