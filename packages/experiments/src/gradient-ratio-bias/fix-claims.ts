import type { GateReport, MeasureName } from '@cfc/modules-gating';
import type { Claim } from '../experiment.js';
import type { Findings } from './findings.js';
import type { Strategy } from './strategies.js';
import { measureText, short } from './text.js';

/** What the fixes that the ticket recommends remove. */
export const fixClaims = (found: Findings): readonly Claim[] => [
  fix(found, 'perLayerType', 'Normalising within layer types removes the bias (first recommended fix).'),
  fix(found, 'perParameter', 'Σ|g| / n in place of the norm removes the bias (second recommended fix).'),
  fix(found, 'thresholdPerBlueprint', 'A threshold for each blueprint removes the bias (third recommended fix).'),
];

/** Of rates, whose differences are then 0. */
const ROUNDING = 1e-9;

/** Confirmed: a fall that is no chance, of half of what is above chance at least, by both measures; partly so: by one, or of less. */
function fix({ reports, mixed }: Findings, strategy: Strategy, expected: string): Claim {
  const [today, other] = [reports.sqrtParameters, reports[strategy]];
  const names = ['passGap', 'explained'] as const;
  const falls = names.filter((name) => other.measures[name]!.fall.low > ROUNDING);
  const most = falls.filter((name) => removed(today, other, name) >= 0.5);
  const parts = (['passGap', 'explained', 'usefulGap'] as const).map((name) => fallText(today, other, name));
  return {
    expected,
    seen: `${parts.join('; ')}. In the mixed host alone: ${fallText(mixed.sqrtParameters, mixed[strategy], 'explained')}. Rank correlation with the gain: ${measureText(other.measures.agreement!)}, today's ${measureText(today.measures.agreement!)}.`,
    verdict: most.length === names.length ? 'confirmed' : falls.length > 0 ? 'partly confirmed' : 'refuted',
  };
}

/** The share of a bias above chance that is gone. */
const removed = (today: GateReport, other: GateReport, name: MeasureName): number =>
  other.measures[name]!.fall.value / Math.max(1e-9, today.measures[name]!.value - today.measures[name]!.chance);

const meanings = {
  passGap: 'gap of pass rates',
  explained: 'explained by the blueprint',
  usefulGap: 'gap among useful seeds',
};

function fallText(today: GateReport, other: GateReport, name: keyof typeof meanings): string {
  const { value, chance, fall } = other.measures[name]!;
  const share = Math.round(100 * Math.min(1, removed(today, other, name)));
  return `${meanings[name]} ${short(today.measures[name]!.value)} → ${short(value)} (by chance ${short(chance)}), a fall of ${measureText(fall)}, ${share}% of what is above chance`;
}
