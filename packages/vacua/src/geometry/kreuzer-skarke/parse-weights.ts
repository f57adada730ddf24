import type { Lines } from '../lines/line.js';
import { wholeNumbers } from '../lines/whole-numbers.js';
import { type WeightSystem, weightSystem } from './weight-system.js';

/**
 * Weight systems, one a line: `8 1 1 2 2 2` (degree, weights), or combined ones as rows one after the other.
 *
 * @throws `INPUT_INVALID` that names the line, as `weightSystem`
 *
 * Source: M. Kreuzer, H. Skarke, Adv. Theor. Math. Phys. 4 (2000) 1209, hep-th/0002240.
 */
export async function* parseWeights(lines: Lines): AsyncGenerator<WeightSystem> {
  for await (const line of lines) {
    if (line.text.trim() !== '') yield weightSystem(wholeNumbers(line.text, line, 0), line);
  }
}
