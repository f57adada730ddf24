import { CfcError } from '@cfc/core';
import type { Command } from 'commander';
import { makers, type ScenarioName } from '../bench/bench-scenarios.js';
import { type BenchDocument, df90 } from '../bench/df90.js';
import { jsonText } from '../documents/json-text.js';
import { noCommand } from '../errors/no-command.js';
import { oneOf } from '../flags/one-of.js';
import { wholeNumber } from '../flags/whole-number.js';
import type { Io } from '../io.js';
import { benchNote, benchText, presetsText } from '../text/bench-text.js';
import { addBenchAdapters } from './bench-adapters.js';

const names = Object.keys(makers) as [ScenarioName, ...ScenarioName[]];

const STEPS = 60;

interface Flags {
  readonly scenario?: string;
  readonly size?: string;
  readonly steps?: string;
  readonly json?: boolean;
}

/** `cfc bench`: comparisons. */
export function addBench(program: Command, io: Io): void {
  const group = program
    .command('bench')
    .description('ways to relax, or weight adapters, side by side')
    .usage('<benchmark> [options]')
    .argument('[benchmark]')
    .action((name: string | undefined) => noCommand(group, name, 'benchmark'));
  addDf90(group, io);
  addBenchAdapters(group, io);
}

/** `cfc bench df90`: the presets side by side on the prototype's scenarios. */
function addDf90(group: Command, io: Io): void {
  group
    .command('df90')
    .description(
      "steps until nine tenths of the fall of energy are done, the prototype's ways to relax on its two scenarios",
    )
    .option('--scenario <name>', `${names.join(' or ')}; both where none is given, baseline with --json`)
    .option('--size <n>', 'number of gates of the dense scenario')
    .option('--steps <n>', `number of steps (${STEPS})`)
    .option('--json', 'print one JSON document')
    .addHelpText('after', `\n${presetsText}`)
    .action(({ scenario, size, steps: text, json }: Flags) => {
      const steps = text === undefined ? STEPS : wholeNumber('--steps', text, 1);
      const name = scenario === undefined ? undefined : oneOf('--scenario', scenario, names);
      if (json === true) io.stdout.write(jsonText(bench(name ?? 'baseline', size, steps)));
      else {
        const documents = name === undefined ? both(size, steps) : [bench(name, size, steps)];
        io.stdout.write(`${documents.map(benchText).join('\n\n')}\n\n${benchNote}\n`);
      }
    });
}

function bench(name: ScenarioName, size: string | undefined, steps: number): BenchDocument {
  const { size: usual, least, most } = makers[name];
  if (size === undefined) return df90(name, usual, steps);
  if (least < most) return df90(name, wholeNumber('--size', size, least, most), steps);
  const given = wholeNumber('--size', size, 1);
  if (given === usual) return df90(name, usual, steps);
  const fix = 'Leave --size out, or add --scenario dense.';
  throw new CfcError('OPTION_INVALID', `${name} has ${usual} gates, not ${given}`, '--size', fix);
}

const both = (size: string | undefined, steps: number): BenchDocument[] => [
  bench('baseline', undefined, steps),
  bench('dense', size, steps),
];
