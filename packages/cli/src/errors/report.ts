import { isCfcError } from '@cfc/core';
import { CommanderError } from 'commander';
import type { Sink } from '../io.js';
import { fromCommander } from './from-commander.js';
import { Interrupted } from './interrupted.js';
import { oneLine } from '../text/one-line.js';
import { Told } from './told.js';
import { Unmet } from './unmet.js';

/**
 * Prints what ended a command, and says with which exit code.
 *
 * A bad input is one line and 2; so is a family that failed during a run, or a file that could not be written, with 1. A fault of this
 * program prints its stack and gives 1.
 */
export function report(error: unknown, stderr: Sink): number {
  if (error instanceof CommanderError && error.exitCode === 0) return 0; // --help and --version
  if (error instanceof Interrupted) {
    stderr.write(`${error.message}\n`);
    return 130;
  }
  if (error instanceof Unmet || error instanceof Told) return 1; // the command has told it
  const told = error instanceof CommanderError ? fromCommander(error) : error;
  if (isCfcError(told)) {
    stderr.write(`${oneLine(told.message)}\n`);
    return told.code === 'ENERGY_INVALID' || told.code === 'WRITE_FAILED' ? 1 : 2;
  }
  stderr.write(`${told instanceof Error ? (told.stack ?? told.message) : String(told)}\n`);
  return 1;
}
