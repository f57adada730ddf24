import { badLine, type Line, type Lines } from '../lines/line.js';
import { quoted, wholeNumbers } from '../lines/whole-numbers.js';

/** A pair of Hodge numbers of Calabi-Yau threefolds. */
export interface HodgePair {
  readonly h11: number;
  readonly h21: number;
  /** 2 (h11 - h21). */
  readonly euler: number;
}

/**
 * Pairs of Hodge numbers, `h11 h21 χ` a line, and the count of them in the last line, `#spec=30108`.
 *
 * @throws `INPUT_INVALID` that names the line: χ other than 2 (h11 - h21), a pair that comes twice, another count, none (the file is cut off)
 *
 * Source: M. Kreuzer, H. Skarke, Adv. Theor. Math. Phys. 4 (2000) 1209, hep-th/0002240.
 */
export async function* parseSpec(lines: Lines): AsyncGenerator<HodgePair> {
  const seen = new Set<string>();
  let end: Line | undefined;
  let last: Line | undefined;
  for await (const line of lines) {
    if (line.text.trim() === '') continue;
    if (end !== undefined) throw badLine(line, `${quoted(line.text)} after the count of line ${end.number}`);
    last = line;
    if (line.text.startsWith('#')) {
      checkCount(line, seen.size);
      end = line;
      continue;
    }
    yield pairOf(line, seen);
  }
  if (last !== undefined && end === undefined) {
    throw badLine(last, `the file ends without its count of pairs, #spec=…, after ${seen.size} pairs`);
  }
}

function checkCount(line: Line, count: number): void {
  const told = /^#spec=(\d+)\s*$/.exec(line.text)?.[1];
  if (told === undefined) throw badLine(line, `${quoted(line.text)} where "#spec=${count}" should be`);
  if (Number(told) !== count) throw badLine(line, `${told} pairs are announced and ${count} are there`);
}

function pairOf(line: Line, seen: Set<string>): HodgePair {
  const numbers = wholeNumbers(line.text, line);
  if (numbers.length !== 3) throw badLine(line, `${numbers.length} numbers where h11, h21 and χ should be`);
  const [h11, h21, euler] = numbers as [number, number, number];
  if (h11 < 0 || h21 < 0) throw badLine(line, 'a Hodge number below 0');
  if (euler !== 2 * (h11 - h21)) {
    throw badLine(line, `the Euler number is ${euler}, but 2 (h11 - h21) = ${2 * (h11 - h21)}`);
  }
  if (seen.size === seen.add(`${h11} ${h21}`).size) throw badLine(line, `the pair (${h11}, ${h21}) comes twice`);
  return { h11, h21, euler };
}
