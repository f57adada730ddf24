import { resolve } from 'node:path';
import { compare } from '@cfc/observability';
import { openRun } from '@cfc/observability/node';
import type { Command } from 'commander';
import { jsonText } from '../documents/json-text.js';
import type { Io } from '../io.js';
import { compareText } from '../text/compare-text.js';

interface Flags {
  readonly json?: boolean;
}

/** `cfc compare`: runs side by side. */
export function addCompare(program: Command, io: Io): void {
  program
    .command('compare')
    .description('what differs between runs, then how they went')
    .argument('<dirs...>', 'folders of two runs or more, made by cfc run --out')
    .option('--json', 'print one JSON document')
    .action((dirs: readonly string[], flags: Flags) => compareRuns(dirs, flags, io));
}

async function compareRuns(dirs: readonly string[], { json }: Flags, io: Io): Promise<void> {
  const open = async (dir: string) => ({ ...(await openRun(resolve(io.cwd, dir))), directory: dir });
  const comparison = compare(await Promise.all(dirs.map(open)));
  io.stdout.write(json === true ? jsonText(comparison) : `${compareText(comparison)}\n`);
}
