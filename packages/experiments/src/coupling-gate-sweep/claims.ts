import type { Claim } from '../experiment.js';
import { intervalText } from '../interval.js';
import { verdict } from '../verdict.js';
import { COSTS, STRENGTHS } from './cells.js';
import type { Place } from './map.js';

/** What the seed document expects of the sweep, against the map. */
export const claims = (map: readonly Place[]): readonly Claim[] => [region(map), strongest(map), markers(map)];

const best = (map: readonly Place[]): Place => map.reduce((a, b) => (b.net.mean > a.net.mean ? b : a));
const at = ({ strength, cost, net }: Place): string =>
  `${intervalText(net)} of 100 at strength ${strength}, cost ${cost}`;

function region(map: readonly Place[]): Claim {
  const helped = map.filter(({ net }) => net.low > 0);
  const local = map.filter(({ revised }) => revised < 1);
  const uncoupled = map.filter(({ strength }) => strength === 0);
  const dear = map.filter(({ cost, strength }) => cost === COSTS.at(-1) && strength <= 1);
  return {
    expected:
      'Over coupling weights and gate costs there is a region where future-like corrections happen, and behaviour collapses to local where couplings are weak or gates dear.',
    seen: `More early elements are corrected than broken at ${helped.length} of ${map.length} places of the grid (2 would be by chance), most of them ${at(best(map))}. Less than 1 of 100 is revised at ${local.length} places: all ${uncoupled.length} without couplings, and wherever a gate asks for more than couplings can give (${dear.filter((place) => local.includes(place)).length} of ${dear.length} at cost ${COSTS.at(-1)} up to strength 1).`,
    verdict: verdict(
      helped.length > 0,
      uncoupled.every((place) => local.includes(place)),
      dear.every((place) => local.includes(place)),
    ),
  };
}

function strongest(map: readonly Place[]): Claim {
  const strong = map.filter(({ strength }) => strength === STRENGTHS.at(-1));
  const harmed = map.filter(({ net }) => net.high < 0);
  const least = Math.min(...harmed.map(({ strength }) => strength));
  return {
    expected: 'The more coupling, the more correction: outside the region behaviour is local.',
    seen: `At strength ${STRENGTHS.at(-1)} it is ${at(best(strong))} at best. More are broken than corrected at ${harmed.length} places${harmed.length === 0 ? '' : `, all at strength ${least} and above`}: where couplings outweigh what is seen, neighbours overrule each other, and no gate whose cost is counted in the same energy can tell.`,
    verdict: verdict(best(strong).net.mean >= best(map).net.low, best(strong).net.low > 0),
  };
}

function markers(map: readonly Place[]): Claim {
  const net = map.map((place) => place.net.mean);
  const named = [
    ['ΔF at unit weights', map.map(({ deltaF }) => -deltaF)],
    ['mean hazard', map.map(({ hazardMean }) => hazardMean)],
    ['μ̂', map.map(({ muHat }) => muHat)],
  ] as const;
  const found = named.map(([name, values]) => ({ name, r: correlation(values, net) }));
  return {
    expected: 'ΔF, mean hazard and μ̂ show where the corrections happen.',
    seen: `Correlation over the grid with corrected less broken: ${found.map(({ name, r }) => `${name === 'ΔF at unit weights' ? 'fall of energy at unit weights' : name} ${r.toFixed(2)}`).join(', ')}. Hazards and openings grow with the couplings, whether that helps or harms.`,
    verdict: verdict(...found.map(({ r }) => r > 0.5)),
  };
}

/** Pearson's. */
function correlation(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [u, v] = [x, y].map((values) => values.map((value) => value - mean(values)));
  const dot = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, k) => sum + value * b[k]!, 0);
  return dot(u!, v!) / Math.sqrt(dot(u!, u!) * dot(v!, v!));
}
