import { Argument, type Command } from 'commander';
import { z } from 'zod';
import { makers, type ScenarioName } from '../bench/bench-scenarios.js';
import { type BenchDocument, df90 } from '../bench/df90.js';
import { jsonText } from '../documents/json-text.js';
import { checkFlags } from '../flags/check-flags.js';
import type { Io } from '../io.js';
import { benchNote, benchText } from '../text/bench-text.js';

const names = Object.keys(makers) as [ScenarioName, ...ScenarioName[]];

const flags = z.object({
  scenario: z.enum(names).optional(),
  size: z.coerce.number().int().optional(),
  steps: z.coerce.number().int().min(1).default(60),
  json: z.boolean().default(false),
});

/** `cfc bench`: the presets side by side on the seeds' scenarios. */
export function addBench(program: Command, io: Io): void {
  program
    .command('bench')
    .description('presets side by side on the scenarios of the seeds')
    .addArgument(
      new Argument('<benchmark>', 'steps until nine tenths of the fall of energy are done').choices(['df90']),
    )
    .option('--scenario <name>', `${names.join(' or ')}; both where none is given, baseline with --json`)
    .option('--size <n>', 'number of gates of the dense scenario')
    .option('--steps <n>', 'number of steps (60)')
    .option('--json', 'print one JSON document')
    .action((_benchmark: string, given: object) => {
      const { scenario, size, steps, json } = checkFlags(flags, given);
      if (json) io.stdout.write(jsonText(bench(scenario ?? 'baseline', size, steps)));
      else {
        const documents = scenario === undefined ? both(size, steps) : [bench(scenario, size, steps)];
        io.stdout.write(`${documents.map(benchText).join('\n\n')}\n\n${benchNote}\n`);
      }
    });
}

function bench(name: ScenarioName, size: number | undefined, steps: number): BenchDocument {
  const { size: usual, least, most } = makers[name];
  const checked = checkFlags(z.object({ size: z.number().min(least).max(most) }), { size: size ?? usual });
  return df90(name, checked.size, steps);
}

const both = (size: number | undefined, steps: number): BenchDocument[] => [
  bench('baseline', undefined, steps),
  bench('dense', size, steps),
];
