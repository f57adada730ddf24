import { scenarioSchema } from '@cfc/core';
import type { Command } from 'commander';
import { jsonText } from '../documents/json-text.js';
import type { Io } from '../io.js';
import { registryOf } from '../plugins/registry-of.js';

/** `cfc schema`: for editors that complete and check scenario files. */
export function addSchema(program: Command, io: Io): void {
  program
    .command('schema')
    .description('JSON Schema of scenario files')
    .option('--plugin <names...>', 'more packages or files to load')
    .action(async ({ plugin = [] }: { plugin?: readonly string[] }) => {
      io.stdout.write(jsonText(scenarioSchema(await registryOf(plugin, io.cwd))));
    });
}
