import type { CouplingDefinition } from '../contract/definition.js';
import type { CouplingFamily, Signals } from '../contract/energy.js';
import { gapOf } from '../couplings/gap-of.js';
import type { Fields, Given, Options } from '../options/field.js';
import { expanded, gather, rowReader } from '../system/columns.js';
import { couplingLoop, pairDifference } from '../system/families.js';
import { derivative } from '../numeric/difference.js';
import { secondsOf, slopesOf } from './seconds.js';
import { finite, foldsTo } from './check-module.js';
import { type Report, near, runChecks } from './report.js';
import { checkIsDefinition } from './definition-of.js';
import { boxPairs, innerPairs } from './samples.js';
import { sameKernels } from './same-kernels.js';
import { watchedSignals } from './watched-signals.js';

/**
 * Checks a kind of coupling against its contract: the signals it reads against those it names, finite energy (at the
 * corners of the box too), slopes against differences, `bend` as
 * an upper bound and, where it is said to be, as constant, `curvatures`, `difference`, the proximal operator as a descent of what it minimises,
 * `gap` as the energy, the packed loop against the scalar functions. Kinks (where the differences of
 * the slopes from left and right disagree) are left out of the second derivatives.
 *
 * Needs no test framework: throws an error that lists every failure, else returns what was checked.
 *
 * @param given.options option sets to check; the defaults where none are given
 * @param given.signals the signals it reads
 * @param given.tolerance relative error allowed for derivatives, 1e-6 by default
 */
export function checkCoupling<F extends Fields>(
  definition: CouplingDefinition<string, F>,
  given: { readonly options?: readonly Given<F>[]; readonly signals?: Signals; readonly tolerance?: number } = {},
): Report {
  checkIsDefinition(definition, 'coupling', 'checkCoupling');
  const { signals = {}, tolerance = 1e-6 } = given;
  const family = definition.family as unknown as CouplingFamily;
  const make = definition as unknown as (options?: unknown) => { readonly options: Options<Fields> };
  const sets = (given.options ?? [undefined]).map((options) => make(options).options);
  const each = (check: (options: Options<Fields>, a: number, b: number) => void, at = boxPairs()): string => {
    for (const options of sets) for (const [a, b] of at) check(options, a, b);
    return `${sets.length} option sets, ${at.length} places`;
  };
  const slopesAt = slopesOf(family, signals);
  const seconds = secondsOf(slopesAt);
  const { constantBend, curvatures, difference, fold, prox, gap } = family;
  return runChecks(definition.name, {
    'names the signals that it reads': () =>
      each((options, a, b) => {
        const watched = watchedSignals(signals, family.signals?.(options) ?? []);
        const out = new Float64Array(3);
        family.energy(a, b, options, watched);
        family.slopes(a, b, options, watched, out);
        family.bend(a, b, options, watched);
        curvatures?.(a, b, options, watched, out);
        difference?.(a, b, b, a, options, watched);
        prox?.(a, b, 1e-3, options, watched);
        fold?.(options, watched);
      }),
    'energy and slopes are finite': () =>
      each((options, a, b) => {
        finite(family.energy(a, b, options, signals), `energy(${a}, ${b})`);
        slopesAt(a, b, options).forEach((slope) => {
          finite(slope, `a slope at (${a}, ${b})`);
        });
      }),
    'slopes are the derivatives of the energy': () =>
      each((options, a, b) => {
        const [da, db] = slopesAt(a, b, options);
        near(
          da,
          derivative((x) => family.energy(x, b, options, signals), a),
          tolerance,
          `dF/da(${a}, ${b})`,
        );
        near(
          db,
          derivative((x) => family.energy(a, x, options, signals), b),
          tolerance,
          `dF/db(${a}, ${b})`,
        );
      }, innerPairs()),
    'bend bounds the second derivatives': () =>
      each((options, a, b) => {
        const bounds = family.bend(a, b, options, signals);
        seconds(a, b, options)?.forEach((value, k) => {
          if (bounds[k]! >= Math.abs(value) * (1 - 1e-4) - 1e-4) return;
          throw new Error(`bound ${k} at (${a}, ${b}) is ${bounds[k]}, the second derivative is ${value}`);
        });
      }, innerPairs()),
    ...(constantBend === true
      ? {
          'bend is the same everywhere': () =>
            each((options, a, b) => {
              const [here, there] = [family.bend(a, b, options, signals), family.bend(0.5, 0.5, options, signals)];
              if (here.every((bound, k) => bound === there[k])) return;
              throw new Error(`it is [${here.join(', ')}] at (${a}, ${b}), [${there.join(', ')}] at (0.5, 0.5)`);
            }),
        }
      : {}),
    ...(curvatures === undefined
      ? {}
      : {
          'curvatures are the second derivatives': () =>
            each((options, a, b) => {
              const triple = new Float64Array(3);
              curvatures(a, b, options, signals, triple);
              seconds(a, b, options)?.forEach((value, k) =>
                near(triple[k]!, value, 1e-4, `second derivative ${k} at (${a}, ${b})`),
              );
            }, innerPairs()),
        }),
    ...(difference === undefined
      ? {}
      : {
          'difference is that of the energies': () =>
            each((options, a, b) => {
              const plain = family.energy(b, a, options, signals) - family.energy(a, b, options, signals);
              near(difference(a, b, b, a, options, signals), plain, 1e-12, `difference from (${a}, ${b})`);
              if (pairDifference(family, a, b, a, b, options, signals) !== 0)
                throw new Error('a place differs from itself');
            }),
        }),
    ...(prox === undefined
      ? {}
      : {
          'the proximal operator lowers what it minimises': () =>
            each((options, a, b) => {
              const tau = 1e-3;
              const [x, y] = prox(a, b, tau, options, signals);
              if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) throw new Error(`(${x}, ${y}) lies outside the box`);
              const moved = family.energy(x, y, options, signals) + ((x - a) ** 2 + (y - b) ** 2) / (2 * tau);
              const stayed = family.energy(a, b, options, signals);
              if (moved > stayed + 1e-12)
                throw new Error(`from (${a}, ${b}) to (${x}, ${y}) it rises by ${moved - stayed}`);
            }),
        }),
    ...(gap === undefined
      ? {}
      : {
          'gap is the energy': () =>
            each((options, a, b) => {
              const { weight, alpha, beta, oneSided } = gapOf(gap, options);
              const s = beta * b - alpha * a;
              const active = oneSided ? Math.max(0, s) : s;
              near(weight * active * active, family.energy(a, b, options, signals), 1e-12, `gap at (${a}, ${b})`);
            }),
        }),
    ...(fold === undefined
      ? {}
      : {
          'fold is the energy': () =>
            each((options, a, b) => {
              const quartic = fold(options, signals);
              const [da, db] = slopesAt(a, b, options);
              if (quartic === null) return;
              foldsTo(quartic, a, da);
              near(db, 0, 0, `dF/db(${a}, ${b}) of a folded energy`);
            }),
        }),
    ...(family.pack === undefined
      ? {}
      : {
          'the packed loop gives what the scalar functions give': () =>
            packed(definition.fields, family, sets, signals),
        }),
  });
}

function packed(fields: Fields, family: CouplingFamily, sets: readonly Options<Fields>[], signals: Signals): string {
  const at = boxPairs();
  const rows = sets.flatMap((options) => at.map(() => options));
  const eta = Float64Array.from({ length: 2 * rows.length }, (_, i) => at[(i >> 1) % at.length]![i % 2]!);
  const [a, b] = [0, 1].map((end) => Int32Array.from(rows, (_, k) => 2 * k + end)) as [Int32Array, Int32Array];
  const columns = expanded(fields, gather(fields, rows), rows.length, null);
  const group = { term: 0, name: '', count: rows.length, a, b, family, at: rowReader(columns) };
  sameKernels(family.pack!(a, b, columns, signals), couplingLoop(group, signals), eta);
  return `${rows.length} instances`;
}
