import { badLine, type Line } from '../lines/line.js';
import { quoted, wholeNumbers } from '../lines/whole-numbers.js';
import { monomials } from './monomials.js';
import { type PalpNumbers, palpNumbers, type Size } from './palp-numbers.js';
import { type WeightSystem, weightSystem } from './weight-system.js';

/** A weight system with the Hodge numbers of its Calabi-Yau threefold. */
export interface HodgeEntry extends WeightSystem {
  readonly h11: number;
  readonly h21: number;
  /** 2 (h11 - h21). */
  readonly euler: number;
  /** Of the Newton polytope; its points are the monomials. */
  readonly m: Size;
  /** Of the dual polytope. */
  readonly n: Size;
  /** What only lists of K3 fibrations say. */
  readonly fibration?: Fibration;
}

/** How a list of K3 fibrations marks a weight system. */
export interface Fibration {
  /** `T`: a generic polynomial is transversal; else `r`, the polytope is reflexive all the same. */
  readonly transversal: boolean;
  /** `S`: the weights have the span property, each coordinate's hyperplane holds a facet's worth of monomials; else `n`. */
  readonly spanning: boolean;
  /** `P:`, fibrations found by projection; null for `-`. */
  readonly projections: number | null;
  /** `F:`, weights whose coordinate gives a fibration. */
  readonly weights: readonly number[];
}

const K3 = /^\s*([\d ]+?) +(\d+)=d ([Tr])([Sn]) (H:.*?) P:(\d+|-) F:(\d+)((?: +\d+)*)\s*$/;
const PALP = /^\s*([\d ]+?)\s*\b([MNH]:.*)$/;

/**
 * Reads `1 1 1 1 1 5=d TS H:1 101 M:126 5 N:6 5 P:0 F:0`, or as PALP prints it, `5 1 1 1 1 1 M:126 5 N:6 5 H:1,101 [-200]`. Where there is
 * one row of weights, the monomials of its degree are counted and have to be the points of M.
 *
 * @throws `INPUT_INVALID` that names the line
 */
export function hodgeLine(line: Line): HodgeEntry {
  const k3 = K3.exec(line.text);
  const [numbers, told] = k3 === null ? palpParts(line) : [`${k3[2]} ${k3[1]}`, k3[5]!];
  const system = weightSystem(wholeNumbers(numbers, line, 0), line);
  const found = complete(palpNumbers(told, line), line);
  const { degrees, weights } = system;
  const count = monomials(degrees[0]!, weights[0]!);
  if (weights.length === 1 && count !== found.m.points) {
    throw badLine(line, `M has ${found.m.points} points, but ${count} monomials have the degree ${degrees[0]}`);
  }
  const fibration = k3 === null ? {} : { fibration: fibrationOf(k3, weights[0]!, line) };
  return { ...system, ...found, euler: 2 * (found.h11 - found.h21), ...fibration };
}

function palpParts(line: Line): readonly [string, string] {
  const [, numbers, told] = PALP.exec(line.text) ?? [];
  if (numbers !== undefined) return [numbers, told!];
  throw badLine(line, `${quoted(line.text)} is no line of weights and Hodge numbers, or is cut off`);
}

function complete({ m, n, h11, h21 }: PalpNumbers, line: Line): Pick<HodgeEntry, 'm' | 'n' | 'h11' | 'h21'> {
  if (m !== undefined && n !== undefined && h11 !== undefined && h21 !== undefined) return { m, n, h11, h21 };
  throw badLine(line, `${quoted(line.text)} lacks one of H:, M: and N:, or is cut off`);
}

function fibrationOf(k3: RegExpExecArray, row: readonly number[], line: Line): Fibration {
  const weights = wholeNumbers(k3[8]!, line);
  if (weights.length !== Number(k3[7])) throw badLine(line, `F: says ${k3[7]} and ${weights.length} weights follow`);
  const strange = weights.find((weight) => !row.includes(weight));
  if (strange !== undefined) throw badLine(line, `F: names ${strange}, which is none of the weights`);
  return {
    transversal: k3[3] === 'T',
    spanning: k3[4] === 'S',
    projections: k3[6] === '-' ? null : Number(k3[6]),
    weights,
  };
}
