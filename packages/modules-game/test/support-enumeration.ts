import type { Matrix, Strategy } from '../src/index.js';

/*
 * All equilibria of a nondegenerate game of two, by trying every pair of supports of one size: on its support each player
 * makes the other indifferent. Linear equations alone: nothing of the package is used.
 */

/** All subsets of 0..count - 1, the empty one left out. */
const subsets = (count: number): number[][] =>
  Array.from({ length: 2 ** count - 1 }, (_, k) => range(count).filter((i) => ((k + 1) >> i) & 1));

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** Solves A x = b by elimination with pivots; null where A is singular. */
function solve(a: number[][], b: number[]): number[] | null {
  const rows = a.map((row, i) => [...row, b[i]!]);
  const n = rows.length;
  for (let k = 0; k < n; k++) {
    const pivot = range(n)
      .slice(k)
      .reduce((best, i) => (Math.abs(rows[i]![k]!) > Math.abs(rows[best]![k]!) ? i : best), k);
    if (Math.abs(rows[pivot]![k]!) < 1e-12) return null;
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const factor = rows[i]![k]! / rows[k]![k]!;
      for (let j = k; j <= n; j++) rows[i]![j]! -= factor * rows[k]![j]!;
    }
  }
  return rows.map((row, i) => row[n]! / row[i]!);
}

/** The distribution on `other` that earns the opponent, whose payoffs are [own][other], alike on all of `own`; and that payoff. */
function indifferent(payoffs: Matrix, own: number[], other: number[]): { mix: number[]; value: number } | null {
  const equations = own.map((i) => [...other.map((j) => payoffs[i]![j]!), -1]);
  const solution = solve([...equations, [...other.map(() => 1), 0]], [...own.map(() => 0), 1]);
  if (solution === null || solution.slice(0, -1).some((p) => p < -1e-12)) return null;
  const mix = new Array<number>(payoffs[0]!.length).fill(0);
  other.forEach((j, k) => (mix[j] = Math.max(0, solution[k]!)));
  const value = solution.at(-1)!;
  const best = Math.max(...payoffs.map((row) => row.reduce((sum, payoff, j) => sum + payoff * mix[j]!, 0)));
  return best > value + 1e-9 ? null : { mix, value };
}

export interface Equilibrium {
  readonly x: Strategy;
  readonly y: Strategy;
  /** What the row player gets. */
  readonly value: number;
}

export function equilibriaOf(row: Matrix, column: Matrix): Equilibrium[] {
  const turned = column[0]!.map((_, j) => column.map((payoffs) => payoffs[j]!));
  const found: Equilibrium[] = [];
  for (const rows of subsets(row.length)) {
    for (const columns of subsets(row[0]!.length)) {
      if (rows.length !== columns.length) continue;
      const y = indifferent(row, rows, columns);
      const x = y && indifferent(turned, columns, rows);
      if (x && y) found.push({ x: x.mix, y: y.mix, value: y.value });
    }
  }
  return found;
}
