import { badLine, type Line, type Lines } from './line.js';

/** Most lines of a block. */
const LONGEST = 256;

/** Lines that stand together, and whether the file ended there instead of going on with a blank line. */
export interface Block {
  /** At least one. */
  readonly lines: readonly Line[];
  readonly last: boolean;
}

/** The lines of a file in blocks that blank lines separate. Throws `INPUT_INVALID` for a block of more than 256 lines. */
export async function* blocks(lines: Lines): AsyncGenerator<Block> {
  let block: Line[] = [];
  for await (const line of lines) {
    if (line.text.trim() !== '') {
      block.push(line);
      if (block.length > LONGEST) throw badLine(line, `more than ${LONGEST} lines without a blank line between`);
    } else if (block.length > 0) {
      yield { lines: block, last: false };
      block = [];
    }
  }
  if (block.length > 0) yield { lines: block, last: true };
}
