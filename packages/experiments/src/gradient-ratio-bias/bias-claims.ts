import { type GateReport, gradientRatioGate, replay } from '@cfc/modules-gating';
import type { Claim } from '../experiment.js';
import { interval, intervalText } from '../interval.js';
import type { Findings } from './findings.js';
import { chanceText, measureText, short } from './text.js';
import { wrongDecisions } from './wrong-decisions.js';

/** Level at which a bias is no chance. */
const LEVEL = 0.01;

/** What the ticket says of today's formula. */
export const biasClaims = (found: Findings): readonly Claim[] => [
  preference(found),
  randomVectors(found),
  attentionAgainstMlp(found),
  smallSeeds(found),
  wrongDecisions(found),
];

function preference({ reports: { sqrtParameters: today, asConfigured }, runs }: Findings): Claim {
  const { passGap, explained, explainedBeyondGain } = today.measures;
  const real = [passGap!, explained!, explainedBeyondGain!].filter(({ p }) => p < LEVEL).length;
  return {
    expected:
      'The formula makes the gate prefer certain architectures for reasons that are not fundamental (ticket B3-DRL-14).',
    seen: `At a threshold that half of the other runs pass, pass rates differ by up to ${measureText(passGap!)} between blueprints (by chance ${short(passGap!.chance)}, ${chanceText(passGap!.p)}; ${runs} runs). The blueprint explains ${measureText(explained!)} of the variance of the log ratio, ${measureText(explainedBeyondGain!)} of what usefulness leaves over. At the program's threshold of 0.1: ${ratesText(asConfigured)}.`,
    verdict: real === 3 ? 'confirmed' : real > 0 ? 'partly confirmed' : 'refuted',
  };
}

const ratesText = ({ blueprints }: GateReport): string =>
  blueprints.map(({ blueprint, rate }) => `${blueprint} ${Math.round(100 * rate)}%`).join(', ');

function randomVectors({ random: { measures } }: Findings): Claim {
  const { explained } = measures;
  return {
    expected: 'The scaling by √n is principled: the norm of a random vector grows so (cross-reviews of the ticket).',
    seen: `With every gradient replaced by a normal vector of its size, the blueprint explains ${measureText(explained!)} of the variance of the log ratio, by chance ${short(explained!.chance)} (${chanceText(explained!.p)}).`,
    verdict: explained!.p >= LEVEL ? 'confirmed' : 'refuted',
  };
}

/** ln(ratio of one blueprint / ratio of another) in every host. */
function pairs({ all }: Findings, one: string, other: string): readonly number[] {
  const trials = replay(all, gradientRatioGate());
  const ratios = new Map(trials.map(({ run, decision }) => [run!, Math.log(decision.average)]));
  return trials
    .filter(({ blueprint }) => blueprint === one)
    .map(({ run }) => ratios.get(run!)! - ratios.get(run!.replace(one, other))!);
}

function attentionAgainstMlp(found: Findings): Claim {
  const difference = interval(pairs(found, 'attention-small', 'mlp'));
  return {
    expected:
      'A small attention seed may have higher gradients for each parameter than a large MLP (example of the ticket).',
    seen: `ln(ratio of attention-small / ratio of mlp) in the same host: ${intervalText(difference, 2)} over ${difference.count} hosts.`,
    verdict: difference.low > 0 ? 'confirmed' : 'refuted',
  };
}

function smallSeeds(found: Findings): Claim {
  const { blueprints } = found.reports.sqrtParameters;
  const kinds = ['attention', 'mlp', 'conv'];
  const differences = kinds.map((kind) => interval(pairs(found, `${kind}-small`, kind)));
  const lower = differences.filter(({ high }) => high < 0).length;
  const least = blueprints.reduce((a, b) => (b.rate < a.rate ? b : a));
  return {
    expected: 'The formula may disadvantage small seeds (title of the ticket).',
    seen: `ln(ratio of the small seed / ratio of the large one) of an architecture: ${kinds.map((kind, k) => `${kind} ${intervalText(differences[k]!, 2)}`).join(', ')}; above 0 the small one is ahead. ${least.blueprint} passes least (${short(least.rate)} [${short(least.low)}, ${short(least.high)}]); norm is the smallest seed.`,
    verdict:
      lower === kinds.length ? 'confirmed' : lower > 0 || least.blueprint === 'norm' ? 'partly confirmed' : 'refuted',
  };
}
