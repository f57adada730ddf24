import { compile } from '@cfc/core';
import { benchScenario, type ScenarioName } from './bench-scenarios.js';
import { type BenchRow, measurePreset } from './measure-preset.js';
import { minimum } from './minimum.js';
import { presets } from './presets.js';

/** What `cfc bench df90 --json` prints. */
export interface BenchDocument {
  readonly scenario: string;
  readonly size: number;
  readonly steps: number;
  readonly rows: readonly BenchRow[];
}

/** Every preset on one scenario. */
export function df90(name: ScenarioName, size: number, steps: number): BenchDocument {
  const { source, eta0 } = benchScenario(name, size);
  const system = compile(source);
  const least = minimum(system, eta0);
  const rows = presets.map((preset) => measurePreset(preset, system, eta0, steps, least).row);
  return { scenario: name, size, steps, rows };
}
