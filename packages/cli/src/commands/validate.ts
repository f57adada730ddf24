import { resolve } from 'node:path';
import { CfcError } from '@cfc/core';
import { validate } from '@cfc/observability';
import { rowsOf } from '@cfc/observability/node';
import type { Command } from 'commander';
import { jsonText } from '../documents/json-text.js';
import { Unmet } from '../errors/unmet.js';
import type { Io } from '../io.js';

interface Flags {
  readonly share?: string;
  readonly json?: boolean;
}

/** `cfc validate`: whether a run went downhill as it should. */
export function addValidate(program: Command, io: Io): void {
  program
    .command('validate')
    .description('whether the ΔF of a run are mostly not positive and skewed to the negative; exit code 1 where not')
    .argument('<dir>', 'folder of a run, made by cfc run --out')
    .option('--share <x>', 'least share of accepted steps that may not raise the energy (0.95)')
    .option('--json', 'print one JSON document')
    .action((dir: string, flags: Flags) => validateRun(dir, flags, io));
}

async function validateRun(dir: string, { share, json }: Flags, io: Io): Promise<void> {
  const least = share === undefined ? {} : { share: shareOf(share) };
  const found = validate(await rowsOf(resolve(io.cwd, dir)), least);
  const lines = found.claims.map(({ claim, ok, seen }) => `${ok ? 'holds' : 'fails'}  ${claim}: ${seen}\n`);
  io.stdout.write(json === true ? jsonText(found) : lines.join(''));
  if (!found.ok) throw new Unmet();
}

function shareOf(text: string): number {
  const share = Number(text);
  if (text.trim() !== '' && share > 0 && share <= 1) return share;
  throw new CfcError(
    'OPTION_INVALID',
    `"${text}" is not a number above 0, at most 1`,
    '--share',
    'Give a share such as 0.95.',
  );
}
