import { CfcError, type ErrorCode } from '@cfc/core';
import type { CommanderError } from 'commander';

const codes: Readonly<Record<string, ErrorCode>> = {
  'commander.unknownOption': 'OPTION_UNKNOWN',
  'commander.unknownCommand': 'NAME_UNKNOWN',
  'commander.help': 'NAME_UNKNOWN', // help for a command that there is not
  'commander.optionMissingArgument': 'OPTION_INVALID',
  'commander.invalidArgument': 'OPTION_INVALID',
};

/** What commander found wrong with the command line, as an error of this project. */
export function fromCommander({ code, message }: CommanderError): CfcError {
  const text = code === 'commander.help' ? 'no such command' : message.replace(/^error: /, '');
  const [what = '', hint] = text.split('\n');
  const fix = hint === undefined ? 'See cfc --help.' : hint.replace(/^\((.*)\)$/, '$1');
  return new CfcError(codes[code] ?? 'INPUT_INVALID', what.replace(/\.$/, ''), 'the command line', fix);
}
