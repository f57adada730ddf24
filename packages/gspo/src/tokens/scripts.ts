import { CfcError } from '@cfc/core';
import { ANSWER } from './layout.js';

/** Several scripts side by side, the shorter ones filled up. */
export interface Scripts {
  readonly rows: number;
  readonly positions: number;
  /** rows × positions: tokens, and `ANSWER` where one comes. */
  readonly tokens: Int32Array;
  /** Positions at which some row has an answer. */
  readonly steps: readonly number[];
  /** rows × steps: 1 where the row has an answer there. */
  readonly mask: Uint8Array;
}

/** Throws `INPUT_INVALID` for a script that begins with an answer. */
export function scriptsOf(scripts: readonly (readonly number[])[], pad: number): Scripts {
  scripts.forEach((script, row) => {
    if (script[0] !== ANSWER) return;
    const fix = 'Give each answer a token to be about.';
    throw new CfcError('INPUT_INVALID', 'an answer comes before anything was read', `prompt ${row}`, fix);
  });
  const rows = scripts.length;
  const positions = scripts.reduce((most, { length }) => Math.max(most, length), 0);
  const tokens = new Int32Array(rows * positions).fill(pad);
  scripts.forEach((script, row) => tokens.set(script, row * positions));
  const at = Array.from({ length: positions }, (_, p) => p);
  const steps = at.filter((p) => scripts.some((script) => script[p] === ANSWER));
  const mask = Uint8Array.from(scripts.flatMap((script) => steps.map((p) => (script[p] === ANSWER ? 1 : 0))));
  return { rows, positions, tokens, steps, mask };
}
