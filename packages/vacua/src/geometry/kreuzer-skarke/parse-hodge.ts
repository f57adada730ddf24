import type { Lines } from '../lines/line.js';
import { type HodgeEntry, hodgeLine } from './hodge-line.js';

/**
 * Weight systems with Hodge numbers, one a line, as in lists of K3 fibrations or as PALP prints them. A line of dots, where a list leaves
 * something out, is passed over.
 *
 * @throws `INPUT_INVALID` that names the line, as `hodgeLine`
 *
 * Source: A. Avram, M. Kreuzer, M. Mandelberg, H. Skarke, Nucl. Phys. B 494 (1997) 567, hep-th/9610154.
 */
export async function* parseHodge(lines: Lines): AsyncGenerator<HodgeEntry> {
  for await (const line of lines) {
    if (!/^[\s.]*$/.test(line.text)) yield hodgeLine(line);
  }
}
