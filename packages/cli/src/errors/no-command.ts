import { CfcError, suggestion } from '@cfc/core';
import type { Command } from 'commander';

/** For a group of commands that was called by a name that none of them has, or by none. Throws `NAME_UNKNOWN`, `INPUT_INVALID`. */
export function noCommand(group: Command, name: string | undefined, kind = 'command'): never {
  const [known, where] = [group.commands.map((command) => command.name()), `cfc ${group.name()}`];
  if (name !== undefined) throw new CfcError('NAME_UNKNOWN', `no ${kind} "${name}"`, where, suggestion(name, known));
  throw new CfcError('INPUT_INVALID', `no ${kind} is named`, where, `Name one: ${known.join(', ')}.`);
}
