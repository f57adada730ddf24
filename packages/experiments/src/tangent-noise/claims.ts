import type { Claim } from '../experiment.js';
import { type Interval, intervalText } from '../interval.js';
import { overSeeds, total } from '../over-seeds.js';
import { verdict } from '../verdict.js';
import type { Found } from './cells.js';
import { type Point, atEqualEnergy, atEqualLength, curveOf } from './curves.js';
import type { Landscape } from './landscapes.js';
import { LENGTHS } from './level-set.js';
import type { Kind } from './search.js';

/** What the seed document says of noise along level sets, against the rows. */
export function claims(rows: readonly Found[]): readonly Claim[] {
  const landscapes = [...new Set(rows.filter(({ task }) => task === 'escape').map(({ landscape }) => landscape))];
  const compared = landscapes.map((landscape) => {
    const [isotropic, tangent, automatic] = (['isotropic', 'tangent', 'tangent, automatic'] as const).map((kind) =>
      curveOf(rows, landscape, kind),
    );
    return { landscape, isotropic: isotropic!, tangent: tangent!, automatic: automatic! };
  });
  return [firstOrder(rows), secondOrder(rows), better(compared), turnedUp(compared)];
}

const of = (rows: readonly Found[], kind: Kind): readonly Found[] =>
  rows.filter((row) => row.task === 'change' && row.kind === kind);

function firstOrder(rows: readonly Found[]): Claim {
  const [short, long] = [LENGTHS[0]!, LENGTHS[2]!];
  const exponent = (kind: Kind): Interval =>
    overSeeds(of(rows, kind), (own) => {
      const typical = (length: number): number => own.find((row) => row.length === length)!.typical!;
      return Math.log(typical(long) / typical(short)) / Math.log(long / short);
    });
  const [tangent, isotropic] = [exponent('tangent'), exponent('isotropic')];
  return {
    expected:
      'Noise orthogonal to the gradient explores along level sets: it does not raise the energy to first order.',
    seen: `The typical change of energy grows with the length of the noise to the power ${intervalText(tangent, 4)}, that of isotropic noise to the power ${intervalText(isotropic, 4)} (random places, lengths ${short} to ${long}).`,
    verdict: verdict(tangent.low > 1.9, isotropic.high < 1.1),
  };
}

function secondOrder(rows: readonly Found[]): Claim {
  const ratio = overSeeds([...of(rows, 'tangent'), ...of(rows, 'isotropic')], (own) => {
    const mean = (kind: Kind): number => of(own, kind).find((row) => row.length === LENGTHS[2])!.mean!;
    return mean('tangent') / mean('isotropic');
  });
  return {
    expected: 'So it costs less energy than noise in all directions.',
    seen: `The mean rise at length ${LENGTHS[2]} is ${intervalText(ratio)} times that of isotropic noise (below 1 it costs less, below 0.5 much less): the first order of isotropic noise cancels in the mean too, and what is left is half the curvature times the length squared for both.`,
    verdict: verdict(ratio.high < 1, ratio.high < 0.5),
  };
}

interface Compared {
  readonly landscape: Landscape;
  readonly isotropic: readonly Point[];
  readonly tangent: readonly Point[];
  readonly automatic: readonly Point[];
}

const each = (all: readonly { readonly landscape: Landscape; readonly by: Interval }[]): string =>
  all.map(({ landscape, by }) => `${intervalText(by)} (${landscape})`).join(', ');

function better(compared: readonly Compared[]): Claim {
  const leads = (at: typeof atEqualLength) =>
    compared.map(({ landscape, isotropic, tangent }) => ({ landscape, by: at(tangent, isotropic) }));
  const [length, energy] = [leads(atEqualLength), leads(atEqualEnergy)];
  return {
    expected:
      'Exploring along level sets escapes from poor minima better than isotropic noise, at the same length and at the same energy.',
    seen: `Escapes of 100 searches, tangent less isotropic, at equal length: ${each(length)}; at equal energy put in: ${each(energy)}. A landscape counts where both are above 0. The way out of a minimum leads up the gradient, which is what tangent noise leaves out: of two directions it leaves one, of thirty-two hardly any.`,
    verdict: verdict(...length.map(({ by }, k) => by.low > 0 && energy[k]!.by.low > 0)),
  };
}

function turnedUp(compared: readonly Compared[]): Claim {
  const leads = compared.map(({ landscape, tangent, automatic }) => ({
    landscape,
    by: atEqualEnergy(automatic, tangent),
  }));
  const share = (some: readonly Point[]): number => total(some, ({ rise }) => rise) / some.length;
  const used = compared.map(({ tangent, automatic }) => (100 * share(automatic)) / share(tangent));
  return {
    expected: 'Stall and rotation of the gradient say when to turn the noise up.',
    seen: `Escapes of 100 searches, noise scaled by these signals less constant tangent noise, at equal energy put in: ${each(leads)}. Allowed twice the length, it put in ${Math.min(...used).toFixed(0)} to ${Math.max(...used).toFixed(0)}% of the energy of the constant one.`,
    verdict: verdict(...leads.map(({ by }) => by.low > 0)),
  };
}
