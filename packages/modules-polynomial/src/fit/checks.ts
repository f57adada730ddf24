import { CfcError, describe } from '@cfc/core';
import type { Basis } from '../bases/basis.js';
import type { FitOptions } from './fit.js';
import { unknowns } from './law.js';

/** Throws `INPUT_INVALID` for a place outside of [0, 1]. */
export function checkEtas(etas: readonly number[], where: string): void {
  const bad = etas.findIndex((eta) => !(typeof eta === 'number' && eta >= 0 && eta <= 1));
  if (bad < 0) return;
  throw new CfcError('INPUT_INVALID', `η is ${describe(etas[bad])}`, `${where}[${bad}]`, 'Give η in [0, 1].');
}

/** Throws `INPUT_INVALID` for what is not a finite number. */
export function checkNumbers(values: readonly number[], where: string): void {
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad < 0) return;
  throw new CfcError('INPUT_INVALID', `${describe(values[bad])} is not a finite number`, `${where}[${bad}]`);
}

/** Throws `INPUT_INVALID` where places do not determine the coefficients, and no ridge does. */
export function checkDetermined({ law, ridge }: Required<FitOptions>, basis: Basis, etas: readonly number[]): void {
  const wanted = unknowns(law, basis);
  const distinct = new Set(etas).size;
  if (wanted === 0) {
    throw new CfcError('INPUT_INVALID', 'an energy of degree 0 has no slope', 'basis', 'Give a degree of 1 or more.');
  }
  if (distinct >= (ridge > 0 ? 1 : wanted)) return;
  const what = `${distinct} distinct places for ${wanted} coefficients`;
  throw new CfcError('INPUT_INVALID', what, 'etas', 'Give more of them, a lower degree or a ridge above 0.');
}
