import { smallGain } from '@cfc/adapters-smallgain';
import { compile } from '@cfc/core';
import { benchScenario } from '../bench/bench-scenarios.js';
import { measurePreset } from '../bench/measure-preset.js';
import { minimum } from '../bench/minimum.js';
import { presetOf } from '../bench/presets.js';
import type { Cell, CellResult } from './cell.js';

/** Relaxes one scenario by `vect` with `smallGain` under the options of a cell. */
export function sweepTask({ scenario, size, steps, variant, rho, change }: Cell): CellResult {
  const { source, eta0 } = benchScenario(scenario, size);
  const system = compile(source);
  const vect = presetOf('vect');
  const adapter = smallGain({ rho, maxChange: change, compat: variant === 'seed' ? 'seed' : 'none' });
  const preset = { ...vect, plan: { ...vect.plan, adapter } };
  const { preset: _, ...result } = measurePreset(preset, system, eta0, steps, minimum(system, eta0)).row;
  return result;
}
