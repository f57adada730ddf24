import { badLine, type Line } from '../lines/line.js';
import { quoted } from '../lines/whole-numbers.js';

/** Lattice points and vertices of a polytope. */
export interface Size {
  readonly points: number;
  readonly vertices: number;
}

/** What `M:126 5 N:6 5 H:1,101 [-200]` says; without a part that is not there. */
export interface PalpNumbers {
  /** Of the Newton polytope. */
  readonly m?: Size;
  /** Of its dual. */
  readonly n?: Size;
  readonly h11?: number;
  readonly h21?: number;
}

/**
 * Reads the numbers that PALP prints beside a polytope, and checks that [χ] = 2 (h11 - h21) and that there are more points than vertices.
 *
 * @throws `INPUT_INVALID` that names the line
 *
 * Source: M. Kreuzer, H. Skarke, Comput. Phys. Commun. 157 (2004) 87, math/0204356.
 */
export function palpNumbers(text: string, line: Line): PalpNumbers {
  const m = sizeOf('M', text, line);
  const n = sizeOf('N', text, line);
  const [, h11, h21, chi] = /\bH: *(\d{1,9})[ ,]+(\d{1,9})(?: *\[(-?\d{1,9})\])?/.exec(text) ?? [];
  if (h11 === undefined && /\bH:/.test(text)) throw badLine(line, `${quoted(text)}: H: without two Hodge numbers`);
  const euler = 2 * (Number(h11) - Number(h21));
  if (chi !== undefined && Number(chi) !== euler) {
    throw badLine(line, `the Euler number is ${chi}, but 2 (h11 - h21) = ${euler}`);
  }
  return { ...m, ...n, ...(h11 === undefined ? {} : { h11: Number(h11), h21: Number(h21) }) };
}

function sizeOf(name: 'M' | 'N', text: string, line: Line): PalpNumbers {
  if (!new RegExp(`\\b${name}:`).test(text)) return {};
  const [, points, vertices] = new RegExp(`\\b${name}: *(\\d{1,9}) +(\\d{1,9})`).exec(text) ?? [];
  if (points === undefined) throw badLine(line, `${quoted(text)}: ${name}: without points and vertices`);
  const size = { points: Number(points), vertices: Number(vertices) };
  if (size.points <= size.vertices) throw badLine(line, `${name} has ${points} points and ${vertices} vertices`);
  return name === 'M' ? { m: size } : { n: size };
}
