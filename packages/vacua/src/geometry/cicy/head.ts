import type { Block } from '../lines/blocks.js';
import { badLine, type Line } from '../lines/line.js';
import { quoted, wholeNumber } from '../lines/whole-numbers.js';

/** The fields of an entry, in the order of the list. */
const names = ['Num', 'NumPs', 'NumPol', 'Eta', 'H11', 'H21', 'C2', 'Redun'] as const;
type Name = (typeof names)[number];

/** What an entry says above its matrix, and on which lines. */
export interface Head {
  readonly id: number;
  readonly spaces: number;
  readonly polynomials: number;
  readonly euler: number;
  readonly h11: number;
  readonly h21: number;
  readonly c2: readonly number[];
  readonly redundant: readonly number[];
  readonly lines: Readonly<Record<Name, Line>>;
}

/** Reads the eight fields of an entry. Throws `INPUT_INVALID` that names the line. */
export function readHead(block: Block): Head {
  const found = names.map((name, k) => fieldOf(block, name, k));
  const [num, ps, pol, eta, h11, h21, c2, redundant] = found.map(({ value }) => value);
  const lines = Object.fromEntries(found.map(({ line }, k) => [names[k]!, line])) as Record<Name, Line>;
  return {
    id: wholeNumber(num!, lines.Num, 1),
    spaces: wholeNumber(ps!, lines.NumPs, 1),
    polynomials: wholeNumber(pol!, lines.NumPol, 1),
    euler: wholeNumber(eta!, lines.Eta),
    h11: wholeNumber(h11!, lines.H11, 0),
    h21: wholeNumber(h21!, lines.H21, 0),
    c2: braced(c2!, lines.C2, 0),
    redundant: braced(redundant!, lines.Redun, 0).filter((id) => id !== 0),
    lines,
  };
}

function fieldOf({ lines, last }: Block, name: Name, k: number): { readonly line: Line; readonly value: string } {
  const line = lines[k];
  if (line === undefined) throw badLine(lines.at(-1)!, `${endOf(last)} before the field ${name}`);
  const [, key, value] = /^\s*(\w+)\s*:\s*(.*?)\s*$/.exec(line.text) ?? [];
  if (key !== name) throw badLine(line, `${quoted(line.text)} where "${name} : …" should be`);
  return { line, value: value! };
}

/** How an entry came to its end too early. */
export const endOf = (last: boolean): string => (last ? 'the file ends' : 'the entry ends');

/** The numbers of `{1, 2, 3}`. Throws `INPUT_INVALID` that names the line. */
export function braced(text: string, line: Line, least: number): number[] {
  const inner = /^\s*\{([^{}]*)\}\s*$/.exec(text)?.[1];
  if (inner === undefined) throw badLine(line, `${quoted(text)} is not a list like {1, 0, 2}`);
  return inner.split(',').map((one) => wholeNumber(one.trim(), line, least));
}
