import type { Vector } from '../contract/energy.js';
import { CfcError, isCfcError, suggestion } from '../errors.js';
import { describe } from '../options/field.js';
import { rowReader } from './columns.js';
import type { System } from './define.js';

/**
 * Reads every module's order parameter off its input.
 *
 * @param inputs one input for each module, by id
 * @returns η in [0, 1], one for each module
 * @throws `INPUT_INVALID` for a missing input, or one that its family cannot read; `NAME_UNKNOWN` for an
 * input of no module
 */
export function readEta<Inputs extends object>(system: System<Inputs>, inputs: Inputs): Vector {
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

/** Reads one module's order parameter. */
export function readOneEta(system: System, id: string, input: unknown): number {
  const index = system.indexOf(id);
  const { name, family, slots, columns } = system.modules.find((group) => group.slots.includes(index))!;
  return readOne(name, id, () => family.eta(input, rowReader(columns)(slots.indexOf(index))));
}

function readOne(family: string, id: string, read: () => number): number {
  let eta: number;
  try {
    eta = read();
  } catch (error) {
    if (isCfcError(error)) throw new CfcError(error.code, error.what, `inputs.${id}${error.where}`, error.fix);
    const what = `${family} threw "${error instanceof Error ? error.message : String(error)}"`;
    throw new CfcError('INPUT_INVALID', what, `inputs.${id}`, `Give what ${family} reads.`);
  }
  if (eta >= 0 && eta <= 1) return eta;
  throw new CfcError('INPUT_INVALID', `${family} read η = ${describe(eta)}`, `inputs.${id}`, 'η lies in [0, 1].');
}

/** Checks order parameters given as such, by id or as a vector, and copies them. */
export function checkEta(
  system: { readonly size: number; readonly ids: readonly string[] },
  eta: Vector | Readonly<Record<string, number>>,
): Vector {
  const vector = isVector(eta) ? Float64Array.from(eta) : byId(system.ids, eta);
  if (vector.length !== system.size) {
    throw new CfcError(
      'INPUT_INVALID',
      `${vector.length} order parameters for ${system.size} modules`,
      'eta',
      'Give one for each.',
    );
  }
  const bad = vector.findIndex((value) => !(value >= 0 && value <= 1));
  if (bad < 0) return vector;
  throw new CfcError('INPUT_INVALID', `η is ${vector[bad]}`, `eta.${system.ids[bad]}`, 'Give a number in [0, 1].');
}

const isVector = (eta: Vector | Readonly<Record<string, number>>): eta is Vector => ArrayBuffer.isView(eta);

function byId(ids: readonly string[], eta: Readonly<Record<string, number>>): Vector {
  const known = new Set(ids);
  for (const id of Object.keys(eta)) {
    if (!known.has(id)) throw new CfcError('NAME_UNKNOWN', `no module "${id}"`, `eta.${id}`, suggestion(id, ids));
  }
  return Float64Array.from(ids, (id) => eta[id] ?? NaN);
}
