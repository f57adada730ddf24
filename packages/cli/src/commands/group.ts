import type { Command } from 'commander';
import { noCommand } from '../errors/no-command.js';

/** A command that is a name for others, such as `cfc dual`: called by none of their names, it tells them. */
export function commandGroup(program: Command, name: string, description: string): Command {
  const group = program
    .command(name)
    .description(description)
    .usage('<command> [options]')
    .argument('[command]')
    .action((asked: string | undefined) => noCommand(group, asked));
  return group;
}
