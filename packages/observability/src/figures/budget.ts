import type { Figure } from './figure.js';
import { fitting } from './names.js';
import { amount, MOST, page, stepAxis } from './page.js';
import { lines, points } from './series.js';
import { palette } from './palette.js';

/** What SmallGain might spend of the stability margin against what it spent; how far the couplings are faded in on the right. */
export const budget: Figure = {
  name: 'budget',
  title: 'Budget against spend',
  needs: ['step', 'budget:global', 'spent:global'],
  recordedBy: 'a scenario with the adapter SmallGain, by cfc run --out DIR',
  spec: (rows) => {
    const { width, height, ...main } = lines(
      points(rows, ['budget:global', 'spent:global'], (column) => names[column]!, MOST / 2),
      'energy, of all rows',
      { zero: true },
    );
    const scale = points(rows, fitting(rows, 'homotopy_scale'), undefined, MOST / 2);
    if (scale.length === 0) return page(TITLE, { width, height, ...main });
    const overlay = {
      data: { values: scale },
      mark: { type: 'line', color: tone, strokeDash: [2, 2], strokeWidth: 1.5 },
      encoding: {
        x: stepAxis,
        y: { ...amount('homotopy scale (dotted)', true), axis: { titleColor: tone, grid: false } },
      },
    };
    return page(TITLE, { width, height, layer: [main, overlay], resolve: { scale: { y: 'independent' } } });
  },
};

const TITLE = 'Stability budget against what was spent';
const names: Readonly<Record<string, string>> = { 'budget:global': 'might be spent', 'spent:global': 'spent' };
const tone = palette[3]!;
