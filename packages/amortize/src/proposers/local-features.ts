import { CfcError, type CompiledSystem, type Vector, checkEta, describe } from '@cfc/core';
import { strengthsOf } from '../hierarchy/strengths.js';
import { averaged } from './coupling-average.js';

/**
 * What a module can know of its surroundings, for `mlp({ share: 'module' })`: for each module in turn η_i as read, its slope
 * g_i there, Σ_j s_ij of its couplings' strengths, and the average of η over everything 1, 2, ..., `hops` couplings far.
 *
 * Takes a pass for the gradient, one for the strengths, and one for each hop.
 *
 * @param hops >= 0
 * @returns 3 + hops numbers for each module, one module after the other
 * @throws `INPUT_INVALID` for order parameters that do not fit, or hops that are none
 */
export function localFeatures(system: CompiledSystem, eta: Vector, hops = 2): Float64Array {
  if (!Number.isSafeInteger(hops) || hops < 0) {
    throw new CfcError('INPUT_INVALID', `${describe(hops)} hops`, 'localFeatures', 'Give a whole number >= 0.');
  }
  const read = checkEta(system, eta);
  const gradient = new Float64Array(system.size);
  system.gradient(read, system.unit, gradient);
  const { start } = system.incidence;
  const strengths = strengthsOf(system, read);
  const total = read.map((_, i) => strengths.subarray(start[i], start[i + 1]).reduce((sum, each) => sum + each, 0));
  const columns: Float64Array[] = [read, gradient, total];
  let now = read;
  for (let hop = 0; hop < hops; hop++) columns.push((now = averaged(system, strengths, now, 0)));
  const features = new Float64Array(columns.length * system.size);
  columns.forEach((column, f) => {
    column.forEach((value, i) => (features[i * columns.length + f] = value));
  });
  return features;
}
