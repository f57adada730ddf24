import type { Row } from '../table/row.js';
import { together } from '../statistics/together.js';
import { constraintsIn } from './dual-constraints.js';
import type { Figure } from './figure.js';
import { fitting } from './names.js';
import { MOST, page, stack, WIDTH } from './page.js';
import { lines, type Point } from './series.js';

/** Shortest and longest window, in rows; in between a twentieth of the run. */
const SHORTEST = 10;
const LONGEST = 500;
/** Most places where a window ends. */
const PLACES = 250;

/** Whether λ and the ease of a constraint move together: their correlation and covariance in a window that moves. */
export const dualWireheading: Figure = {
  name: 'dual-wireheading',
  title: 'Wireheading: λ and ease in a moving window',
  needs: ['step', 'lambda:*', 'ease:*'],
  recordedBy: 'cfc dual replay of values with columns ease:k, or traceRow of @cfc/dual',
  spec: (rows) => {
    const [names, remark] = constraintsIn(rows, 'ease:');
    const window = Math.round(Math.max(SHORTEST, Math.min(LONGEST, rows.length / 20)));
    const most = Math.min(PLACES, Math.floor(MOST / 2 / names.length));
    const there = names.filter((name) => fitting(rows, `lambda:${name}`).length > 0);
    const all = (what: 'correlation' | 'covariance') =>
      there.flatMap((name) => windows(rows, name, window, most, what));
    const upper = lines(all('correlation'), 'correlation', { zero: true });
    const encoding = upper['encoding'] as { y: object };
    return page(
      'λ and ease in a moving window',
      stack([
        { ...upper, height: 130, encoding: { ...encoding, y: { ...encoding.y, scale: { domain: [-1, 1] } } } },
        { ...lines(all('covariance'), 'covariance', { zero: true }), height: 110, width: WIDTH },
      ]),
      remark,
      `window of ${Math.min(window, rows.length)} rows; near 1 for long: cases get easier where λ presses`,
    );
  },
};

function windows(
  rows: readonly Row[],
  name: string,
  window: number,
  most: number,
  what: 'correlation' | 'covariance',
): readonly Point[] {
  const both = rows.filter((row) => Number.isFinite(row[`lambda:${name}`]) && Number.isFinite(row[`ease:${name}`]));
  const last = both.length - 1;
  const begin = Math.min(window - 1, last);
  const places = Math.min(most, last - begin + 1);
  return Array.from({ length: Math.max(0, places) }, (_, k) => {
    const end = places === 1 ? last : begin + Math.round((k * (last - begin)) / (places - 1));
    const some = both.slice(Math.max(0, end + 1 - window), end + 1);
    const column = (key: string): readonly number[] => some.map((row) => row[key] as number);
    return {
      step: both[end]!['step'] as number,
      value: together(column(`lambda:${name}`), column(`ease:${name}`))[what],
      series: name,
    };
  });
}
