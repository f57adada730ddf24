import type { Vector } from '../contract/energy.js';
import type { Etas } from '../contract/relax.js';
import { CfcError, isCfcError, messageOf, suggestion } from '../errors.js';
import { describe, isRecord } from '../options/field.js';
import { rowReader } from './columns.js';
import { type System, checkDefined } from './define.js';
import { type Home, homesOf } from './rows/looped-rows.js';

/**
 * Reads every module's order parameter off its input.
 *
 * @param inputs one input for each module, by id
 * @returns η in [0, 1], one for each module
 * @throws `INPUT_INVALID` for a missing input, or one that its family cannot read; `NAME_UNKNOWN` for an
 * input of no module
 */
export function readEta<Inputs extends object>(system: System<Inputs>, inputs: Inputs): Vector {
  checkDefined(system);
  const given = inputs as Readonly<Record<string, unknown>>;
  for (const id of Object.keys(given)) system.indexOf(id);
  const eta = new Float64Array(system.size);
  for (const { name, family, slots, columns } of system.modules) {
    const at = rowReader(columns);
    for (let k = 0; k < slots.length; k++) {
      const id = system.ids[slots[k]!]!;
      if (!Object.hasOwn(given, id)) {
        throw new CfcError('INPUT_INVALID', `module "${id}" has no input`, `inputs.${id}`, `Give what ${name} reads.`);
      }
      eta[slots[k]!] = readOne(name, id, () => family.eta(given[id], at(k)));
    }
  }
  return eta;
}

/**
 * Reads one module's order parameter. What it looks up in the system is made at the first call: further ones cost the
 * same at any size.
 */
export function readOneEta(system: System, id: string, input: unknown): number {
  const index = system.indexOf(id);
  const known = readers.get(system);
  const { home, rows } = known ?? readersOf(system);
  const { name, family } = system.modules[home.group[index]!]!;
  return readOne(name, id, () => family.eta(input, rows[home.group[index]!]!(home.item[index]!)));
}

/** For each system: where each module stands, and a reader of the options of each group. */
const readers = new WeakMap<System, { readonly home: Home; readonly rows: readonly ReturnType<typeof rowReader>[] }>();

function readersOf(system: System) {
  const made = {
    home: homesOf(system.size, system.modules),
    rows: system.modules.map(({ columns }) => rowReader(columns)),
  };
  readers.set(system, made);
  return made;
}

/** What `read` gives, in [0, 1]; errors name family and module. */
export function readOne(family: string, id: string, read: () => number): number {
  let eta: number;
  try {
    eta = read();
  } catch (error) {
    if (isCfcError(error)) throw new CfcError(error.code, error.what, `inputs.${id}${error.where}`, error.fix);
    const what = `${family} threw "${messageOf(error)}"`;
    throw new CfcError('INPUT_INVALID', what, `inputs.${id}`, `Give what ${family} reads.`);
  }
  if (eta >= 0 && eta <= 1) return eta;
  throw new CfcError('INPUT_INVALID', `${family} read η = ${describe(eta)}`, `inputs.${id}`, 'η lies in [0, 1].');
}

/** Checks order parameters given as such, by id or in order, and copies them to `out`. */
export function checkEta(
  system: { readonly size: number; readonly ids: readonly string[] },
  eta: Etas,
  out: Float64Array = new Float64Array(system.size),
): Float64Array {
  const { size } = system;
  const given: unknown = eta;
  const listed = Array.isArray(given) || ArrayBuffer.isView(given);
  if (!listed && !isRecord(given)) {
    throw new CfcError(
      'INPUT_INVALID',
      `${describe(given)} are no order parameters`,
      'eta',
      'Give one for each module.',
    );
  }
  const values = listed ? (given as unknown as ArrayLike<unknown>) : byId(system.ids, given);
  if (values.length !== size) {
    throw new CfcError(
      'INPUT_INVALID',
      `${values.length} order parameters for ${size} modules`,
      'eta',
      'Give one for each.',
    );
  }
  for (let i = 0; i < size; i++) {
    const value = values[i];
    if (!(typeof value === 'number' && value >= 0 && value <= 1)) {
      throw new CfcError(
        'INPUT_INVALID',
        `η is ${describe(value)}`,
        `eta.${system.ids[i]}`,
        'Give a number in [0, 1].',
      );
    }
    out[i] = value;
  }
  return out;
}

function byId(ids: readonly string[], eta: Readonly<Record<string, unknown>>): readonly unknown[] {
  const known = new Set(ids);
  for (const id of Object.keys(eta)) {
    if (!known.has(id)) throw new CfcError('NAME_UNKNOWN', `no module "${id}"`, `eta.${id}`, suggestion(id, ids));
  }
  return ids.map((id) => {
    if (Object.hasOwn(eta, id)) return eta[id];
    throw new CfcError(
      'INPUT_INVALID',
      `module "${id}" has no order parameter`,
      `eta.${id}`,
      'Give a number in [0, 1].',
    );
  });
}
