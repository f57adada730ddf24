/** What a list says of one threefold. */
export interface Listed {
  readonly matrix: readonly (readonly number[])[];
  readonly h11: number;
  readonly h21: number;
  readonly c2: readonly number[];
}

/** Threefolds with the numbers that textbooks give; T. Hübsch, Calabi-Yau Manifolds (1992). */
export const threefolds = {
  quintic: { matrix: [[5]], h11: 1, h21: 101, c2: [50] },
  'P5[2,4]': { matrix: [[4, 2]], h11: 1, h21: 89, c2: [56] },
  'P5[3,3]': { matrix: [[3, 3]], h11: 1, h21: 73, c2: [54] },
  'P6[2,2,3]': { matrix: [[3, 2, 2]], h11: 1, h21: 73, c2: [60] },
  'P7[2,2,2,2]': { matrix: [[2, 2, 2, 2]], h11: 1, h21: 65, c2: [64] },
  bicubic: { matrix: [[3], [3]], h11: 2, h21: 83, c2: [36, 36] },
  tetraquadric: { matrix: [[2], [2], [2], [2]], h11: 4, h21: 68, c2: [24, 24, 24, 24] },
  'split bicubic': {
    matrix: [
      [1, 1],
      [3, 0],
      [0, 3],
    ],
    h11: 19,
    h21: 19,
    c2: [0, 36, 36],
  },
} satisfies Record<string, Listed>;

/** An entry as the list writes it. */
export function entryText(id: number, { matrix, h11, h21, c2 }: Listed): string {
  const row = (numbers: readonly number[]) => `{${numbers.join(', ')}}`;
  return [
    `Num    : ${id}`,
    `NumPs  : ${matrix.length}`,
    `NumPol : ${matrix[0]!.length}`,
    `Eta    : ${2 * (h11 - h21)}`,
    `H11    : ${h11}`,
    `H21    : ${h21}`,
    `C2     : ${row(c2)}`,
    'Redun  : {0, 0, 0, 0, 0}',
    ...matrix.map(row),
    '',
  ].join('\n');
}
