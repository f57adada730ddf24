import { blocks } from '../lines/blocks.js';
import { badLine, type Lines } from '../lines/line.js';
import { checkTopology } from './check-topology.js';
import type { CicyEntry } from './entry.js';
import { readHead } from './head.js';
import { readMatrix } from './matrix.js';

/**
 * The list of complete-intersection Calabi-Yau threefolds, entry by entry, each checked against its own matrix: Σ (row sum - 1) -
 * NumPol = 3, χ = ∫ c₃ and c₂ from the matrix equal the list's, χ = 2 (h11 - h21), and no number comes twice.
 *
 * @param lines of `cicylist.txt`: `Num : 1`, `NumPs`, `NumPol`, `Eta`, `H11`, `H21`, `C2 : {…}`, `Redun : {…}`, rows `{…}`, a blank line
 * @throws `INPUT_INVALID` that names the line
 *
 * Source: P. Candelas, A. Dale, C. Lütken, R. Schimmrigk, Nucl. Phys. B 298 (1988) 493; P. Green, T. Hübsch, C. Lütken, Class. Quantum Grav. 6
 * (1989) 105.
 */
export async function* parseCicy(lines: Lines): AsyncGenerator<CicyEntry> {
  const seen = new Set<number>();
  for await (const block of blocks(lines)) {
    const head = readHead(block);
    const { id, euler, h11, h21, c2, redundant } = head;
    if (seen.has(id)) throw badLine(head.lines.Num, `entry ${id} comes twice`);
    seen.add(id);
    const matrix = readMatrix(head, block);
    const dimensions = checkTopology(head, matrix);
    yield { id, matrix, dimensions, euler, h11, h21, c2, redundant };
  }
}
