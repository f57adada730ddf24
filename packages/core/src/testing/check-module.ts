import type { ModuleDefinition } from '../contract/definition.js';
import type { ModuleFamily, Quartic, Signals } from '../contract/energy.js';
import type { Fields, Given, Options } from '../options/field.js';
import { expanded, gather, rowReader } from '../system/columns.js';
import { moduleDifference, moduleLoop } from '../system/families.js';
import { derivative } from '../numeric/difference.js';
import { type Report, near, runChecks } from './report.js';
import { checkIsDefinition } from './definition-of.js';
import { sameKernels } from './same-kernels.js';
import { watchedSignals } from './watched-signals.js';
import { innerPlaces, places } from './samples.js';

/**
 * Checks a kind of module against its contract: η in [0, 1] for its inputs, finite energy, slope against
 * differences, curvature against differences of the slope, `bend` against the curvature, `difference`
 * against energies, the packed loop against the scalar functions, the signals it reads against those it names.
 *
 * Needs no test framework: throws an error that lists every failure, else returns what was checked.
 *
 * @param given.options option sets to check; the defaults where none are given
 * @param given.inputs inputs that it must be able to read; without any the reading is left out, and the report says so
 * @param given.signals the signals it reads
 * @param given.tolerance relative error allowed for derivatives, 1e-6 by default
 */
export function checkModule<F extends Fields, Input>(
  definition: ModuleDefinition<string, F, Input>,
  given: {
    readonly options?: readonly Given<F>[];
    readonly inputs?: readonly Input[];
    readonly signals?: Signals;
    readonly tolerance?: number;
  } = {},
): Report {
  checkIsDefinition(definition, 'module', 'checkModule');
  const { inputs = [], signals = {}, tolerance = 1e-6 } = given;
  const family = definition.family as unknown as ModuleFamily;
  const make = definition as unknown as (options?: unknown) => { readonly options: Options<Fields> };
  const sets = (given.options ?? [undefined]).map((options) => make(options).options);
  const each = (check: (options: Options<Fields>, eta: number) => void, at = places()): string => {
    for (const options of sets) for (const eta of at) check(options, eta);
    return `${sets.length} option sets, ${at.length} places`;
  };
  const { curvature, bend, difference, fold } = family;
  const checks = {
    ...(inputs.length === 0
      ? {}
      : {
          'reads η in [0, 1]': () => {
            for (const options of sets) for (const input of inputs) readable(family, input, options);
            return `${inputs.length} inputs`;
          },
        }),
    'names the signals that it reads': () =>
      each((options, eta) => {
        const watched = watchedSignals(signals, family.signals?.(options) ?? []);
        family.energy(eta, options, watched);
        family.slope(eta, options, watched);
        curvature?.(eta, options, watched);
        bend?.(eta, options, watched);
        difference?.(eta, 1 - eta, options, watched);
        fold?.(options, watched);
      }),
    'energy and slope are finite': () =>
      each((options, eta) => {
        finite(family.energy(eta, options, signals), `energy(${eta})`);
        finite(family.slope(eta, options, signals), `slope(${eta})`);
      }),
    'slope is the derivative of the energy': () =>
      each((options, eta) => {
        const numeric = derivative((x) => family.energy(x, options, signals), eta);
        near(family.slope(eta, options, signals), numeric, tolerance, `slope(${eta})`);
      }, innerPlaces()),
    ...(curvature === undefined
      ? {}
      : {
          'curvature is the derivative of the slope': () =>
            each((options, eta) => {
              const numeric = derivative((x) => family.slope(x, options, signals), eta);
              near(curvature(eta, options, signals), numeric, tolerance, `curvature(${eta})`);
            }, innerPlaces()),
        }),
    ...(bend === undefined
      ? {}
      : {
          'bend bounds the second derivative': () =>
            each((options, eta) => {
              const numeric = derivative((x) => family.slope(x, options, signals), eta);
              const bound = bend(eta, options, signals);
              if (!(bound >= Math.abs(numeric) * (1 - tolerance) - tolerance)) {
                throw new Error(`bend(${eta}) is ${bound}, |curvature| is ${Math.abs(numeric)}`);
              }
            }, innerPlaces()),
        }),
    ...(difference === undefined
      ? {}
      : {
          'difference is that of the energies': () =>
            each((options, eta) => {
              const plain = family.energy(1 - eta, options, signals) - family.energy(eta, options, signals);
              near(difference(eta, 1 - eta, options, signals), plain, 1e-12, `difference(${eta}, ${1 - eta})`);
              if (moduleDifference(family, eta, eta, options, signals) !== 0)
                throw new Error('a place differs from itself');
            }),
        }),
    ...(fold === undefined
      ? {}
      : {
          'fold is the energy': () =>
            each((options, eta) => {
              foldsTo(fold(options, signals), eta, family.slope(eta, options, signals));
            }),
        }),
    ...(family.pack === undefined
      ? {}
      : {
          'the packed loop gives what the scalar functions give': () =>
            packed(definition.fields, family, sets, signals),
        }),
  };
  return runChecks(definition.name, checks, inputs.length > 0 ? [] : ['reads η in [0, 1]: no inputs were given']);
}

function readable(family: ModuleFamily, input: unknown, options: Options<Fields>): void {
  const eta = family.eta(input, options);
  if (!(eta >= 0 && eta <= 1)) throw new Error(`η = ${eta}`);
  if (family.eta(input, options) !== eta) throw new Error('reading twice gives two results');
}

/** The slope of a quartic is the slope of the energy; a constant may be left out of it. */
export function foldsTo({ h, a, b }: Quartic, eta: number, slope: number): void {
  near(eta * (2 * a + 4 * b * eta * eta) - h, slope, 1e-12, `the slope of the folded energy at ${eta}`);
}

function packed(fields: Fields, family: ModuleFamily, sets: readonly Options<Fields>[], signals: Signals): string {
  const at = places();
  const rows = sets.flatMap((options) => at.map(() => options));
  const eta = Float64Array.from(rows, (_, i) => at[i % at.length]!);
  const slots = Int32Array.from(rows, (_, i) => i);
  const columns = expanded(fields, gather(fields, rows), rows.length, null);
  sameKernels(family.pack!(slots, columns, signals), moduleLoop(family, slots, rowReader(columns), signals), eta);
  return `${rows.length} instances`;
}

export function finite(value: number, what: string): void {
  if (!Number.isFinite(value)) throw new Error(`${what} is ${value}`);
}
