import { CfcError } from '../errors.js';
import { describe, isRecord } from '../options/field.js';
import type { CouplingColumns } from './blocks.js';
import type { Link } from './groups.js';

/** Tells the two shapes of an entry apart; throws where it is neither. */
export function isColumns(entry: unknown, where: string): entry is CouplingColumns {
  if (isRecord(entry) && entry['a'] instanceof Int32Array && entry['b'] instanceof Int32Array) return true;
  if (isRecord(entry) && ('use' in entry || 'between' in entry)) return false;
  const fix = 'Write { use: quadratic(), between: [id, id] }, or couplingColumns(...).';
  throw new CfcError('INPUT_INVALID', `${describe(entry)} is not a coupling between two modules`, where, fix);
}

/** Indices of both ends of a link. */
export function ends(
  { use, between }: Link,
  where: string,
  indexOf: (id: string) => number,
): readonly [number, number] {
  if (!isRecord(use) || use['slot'] !== 'coupling') {
    const what = `${describe(use)} is not a coupling`;
    throw new CfcError('INPUT_INVALID', what, where, 'Make one by calling its definition.');
  }
  if (!Array.isArray(between) || between.length !== 2) {
    throw new CfcError('INPUT_INVALID', `between is ${describe(between)}`, where, 'Give the ids of two modules.');
  }
  const [first, second] = between.map((id: unknown) => {
    if (typeof id !== 'string') {
      const what = `${describe(id)} is not the id of a module`;
      throw new CfcError('INPUT_INVALID', what, `${where}.between`, 'Ids are texts: write them in quotes.');
    }
    try {
      return indexOf(id);
    } catch (error) {
      throw error instanceof CfcError ? new CfcError(error.code, error.what, `${where}.between`, error.fix) : error;
    }
  }) as [number, number];
  if (first === second) throw selfCoupling(`"${between[0]}"`, where);
  return [first, second];
}

/** Throws where a coupling of columns has an end that is no module, or twice the same. */
export function checkEnds({ name, a, b }: CouplingColumns, size: number): void {
  for (let k = 0; k < a.length; k++) {
    const i = a[k]!;
    const j = b[k]!;
    if (i < 0 || i >= size || j < 0 || j >= size) {
      const what = `coupling ${k} stands between modules ${i} and ${j} of ${size}`;
      throw new CfcError('NAME_UNKNOWN', what, name, `Give indices from 0 to ${size - 1}.`);
    }
    if (i === j) throw selfCoupling(String(i), `${name}[${k}]`);
  }
}

function selfCoupling(module: string, where: string): CfcError {
  return new CfcError(
    'INPUT_INVALID',
    `a coupling of module ${module} with itself`,
    where,
    'Couple two different modules.',
  );
}
