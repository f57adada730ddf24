import { CfcError } from '@cfc/core';

/** Where a run is written to, and whether it goes on with the one there. */
export interface OutFlags {
  readonly out?: string;
  readonly resume?: boolean;
}

/** Throws `OPTION_INVALID` where there is nothing to resume from, or the folder has no name. */
export function checkOutFlags({ out, resume }: OutFlags): void {
  if (resume === true && out === undefined) {
    throw new CfcError('OPTION_INVALID', 'there is no folder to resume from', '--resume', 'Give it by --out.');
  }
  if (out?.trim() === '') {
    throw new CfcError('OPTION_INVALID', 'the name of the folder is empty', '--out', 'Give a folder, or leave it out.');
  }
}

/** What people are told of the files of a run. */
export const writtenText = ({ out }: OutFlags): string =>
  out === undefined ? '' : `Written: ${out} (run.json, trace.jsonl, state.json, result.json)\n`;
