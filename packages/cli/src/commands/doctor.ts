import type { Command } from 'commander';
import { examine } from '../doctor/examine.js';
import { findingsText } from '../doctor/findings-text.js';
import { jsonText } from '../documents/json-text.js';
import { Unmet } from '../errors/unmet.js';
import type { Io } from '../io.js';

interface Flags {
  readonly plugin?: readonly string[];
  readonly json?: boolean;
}

/** `cfc doctor`: what keeps commands and plugins from working here, and what to do. */
export function addDoctor(program: Command, io: Io): void {
  program
    .command('doctor')
    .description(
      'what keeps commands and plugins from working here, and what to do; exit code 1 where there is a problem',
    )
    .argument('[scenarios...]', 'scenario files whose plugins are looked at too')
    .option('--plugin <names...>', 'more packages or files to look at')
    .option('--json', 'print one JSON document')
    .action((scenarios: readonly string[], flags: Flags) => doctor(scenarios, flags, io));
}

async function doctor(scenarios: readonly string[], { plugin = [], json }: Flags, io: Io): Promise<void> {
  const document = await examine(scenarios, plugin, io.cwd);
  io.stdout.write(json === true ? jsonText(document) : `${findingsText(document)}\n`);
  if (!document.ok) throw new Unmet();
}
