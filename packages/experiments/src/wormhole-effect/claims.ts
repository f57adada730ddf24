import type { Claim } from '../experiment.js';
import { groups } from '../groups.js';
import { type Interval, intervalText } from '../interval.js';
import { overSeeds, total } from '../over-seeds.js';
import { verdict } from '../verdict.js';
import { AJAR, type Found } from './cells.js';
import { BENEFIT } from './gate.js';

/** What is expected of the wormhole effect, against the rows. */
export const claims = (reopened: readonly Found[], noisy: readonly Found[]): readonly Claim[] => [
  feels(reopened),
  reopens(reopened),
  onlyThere(reopened),
  onlyWhereReal(noisy),
];

const closed = (rows: readonly Found[]): readonly Found[] => rows.filter(({ start }) => start === 0);
const names = (rows: readonly Found[]): string => rows.map(({ power }) => power).join(', ') || 'none';

function feels(rows: readonly Found[]): Claim {
  const plain = closed(rows).filter(({ power }) => power === 1);
  const damped = closed(rows).filter(({ power }) => power > 1);
  const says = (some: readonly Found[]): string => [...new Set(some.map(({ slope }) => slope))].join(', ');
  return {
    expected:
      'A closed gate still feels the benefit: dF/dη = -weight · Δ ≠ 0 at η = 0 in GateBenefitCoupling, where other couplings have no gradient.',
    seen: `dF/dη at 0 is ${says(plain)} at p = 1, and ${says(damped)} for the powers ${names(damped)} of DampedGateBenefitCoupling. At p = 0.5 it is infinite, and taken as 0.`,
    verdict: verdict(
      plain.every(({ slope }) => slope === -BENEFIT),
      damped.every(({ slope }) => slope === 0),
    ),
  };
}

function reopens(rows: readonly Found[]): Claim {
  const [open, shut] = [true, false].map((is) => closed(rows).filter(({ steps }) => (steps !== null) === is));
  const off = rows.flatMap(({ steps, predicted, power }) =>
    steps === null || predicted === null || power < 1 ? [] : [Math.abs(steps / predicted - 1)],
  );
  const ajar = rows.filter(({ steps, predicted }) => (steps === null) !== (predicted === null));
  return {
    expected: 'Gradient descent reopens a gate that is closed exactly, by that slope alone.',
    seen: `It opens for p = ${names(open!)} (${open!.map(({ steps }) => steps).join(', ')} steps), never for p = ${names(shut!)}. Times to open agree with the integrated gradient flow within ${(100 * Math.max(...off)).toFixed(0)}%, and it is right about who opens in ${rows.length - ajar.length} of ${rows.length} cases.`,
    verdict: verdict(open!.length === 1 && open![0]!.power === 1, ajar.length === 0, Math.max(...off) < 0.1),
  };
}

function onlyThere(rows: readonly Found[]): Claim {
  const ajar = rows.filter(({ start, power }) => start === AJAR && power > 1);
  const [open, shut] = [true, false].map((is) => ajar.filter(({ steps }) => (steps !== null) === is));
  const byProximal = closed(rows).filter(({ power, proximal }) => power !== 1 && proximal! > 0.5);
  return {
    expected: 'Without that slope a closed gate is lost: only the plain benefit brings it back.',
    seen: `Left open by ${AJAR}, gates open for p = ${names(open!)} too, in ${open!.map(({ steps }) => steps).join(', ')} steps; for p = ${names(shut!)} the price of opening holds them back before the benefit can. Proximal steps open even gates that are closed exactly for p = ${names(byProximal)}.`,
    verdict: verdict(open!.length === 0, byProximal.length === 0),
  };
}

function onlyWhereReal(rows: readonly Found[]): Claim {
  const share = (some: readonly Found[], column: 'open' | 'falselyOpen'): Interval =>
    overSeeds(some, (own) => (100 * total(own, (row) => row[column] ?? 0)) / own.length);
  const kind = (power: number, start: number): readonly Found[] =>
    rows.filter((row) => row.power === power && row.start === start);
  const levels = [...groups(kind(1, 0), ({ noise }) => noise)].map(([noise, plain]) => {
    const leaky = kind(2, AJAR).filter((row) => row.noise === noise);
    return { noise, plain, leaky };
  });
  const text = levels.map(
    ({ noise, plain, leaky }) =>
      `σ = ${noise}: ${intervalText(share(plain, 'falselyOpen'))} and ${intervalText(share(leaky, 'falselyOpen'))} falsely, ${intervalText(share(plain, 'open'))} and ${intervalText(share(leaky, 'open'))} rightly`,
  );
  return {
    expected: 'What the closed gate feels opens it only where the benefit is real.',
    seen: `Open gates in percent, plain (p = 1) and with p = 2 left open by ${AJAR}: ${text.join('; ')}. Noise that passes for a benefit is felt just as well.`,
    verdict: verdict(...levels.map(({ plain }) => share(plain, 'falselyOpen').high < 1)),
  };
}
