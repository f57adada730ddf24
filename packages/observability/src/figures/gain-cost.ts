import { keepExtremes } from '../decimate/keep-extremes.js';
import type { Figure } from './figure.js';
import { fitting } from './names.js';
import { amount, HEIGHT, MOST, page, stack, WIDTH } from './page.js';
import { foremost, lines, points } from './series.js';

/** What SmallGain raised each term by over the steps, and below what that bought against what it cost. */
export const gainCost: Figure = {
  name: 'gain-cost',
  title: 'Gain against cost',
  needs: ['step', 'alloc:coup:*', 'cost:coup:*'],
  recordedBy: 'a scenario with the adapter SmallGain, by cfc run --out DIR',
  spec: (rows) => {
    const [columns, remark] = foremost(rows, fitting(rows, 'alloc:coup:*'));
    const terms = columns.map((column) => column.slice('alloc:'.length));
    const gain = fitting(rows, 'score:coup:*').length > 0 ? 'score' : 'alloc';
    const values = terms.flatMap((term) => {
      const paid = rows.filter(
        (row) => Number.isFinite(row[`cost:${term}`]) && Number.isFinite(row[`${gain}:${term}`]),
      );
      return keepExtremes(paid, `cost:${term}`, `${gain}:${term}`, Math.max(4, MOST / 2 / terms.length)).map((row) => ({
        series: term,
        cost: row[`cost:${term}`],
        gain: row[`${gain}:${term}`],
      }));
    });
    const scatter = {
      width: WIDTH,
      height: HEIGHT,
      data: { values },
      mark: { type: 'point', size: 36, opacity: 0.8 },
      encoding: {
        x: amount('cost in all rows', false, 'cost'),
        y: amount(gain === 'score' ? 'score: value per share of margin' : 'raise of the weight', true, 'gain'),
        color: { field: 'series', type: 'nominal', sort: terms, legend: null },
        shape: { field: 'series', type: 'nominal', sort: terms, legend: null },
      },
    };
    const raises = lines(
      points(rows, columns, (column) => column.slice('alloc:'.length), MOST / 2),
      'raise of the weight',
      {
        zero: true,
      },
    );
    return page('What SmallGain gave, and what it cost', stack([raises, scatter]), remark);
  },
};
