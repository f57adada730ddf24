import { changesOf } from '../validate/changes.js';
import { skewness } from '../validate/moments.js';
import type { Figure } from './figure.js';
import { HEIGHT, page, WIDTH } from './page.js';
import { alarm, first } from './palette.js';

/** Most bars. */
const BARS = 40;

/** How often an accepted step changed the energy by how much; rises stand out. */
export const histogram: Figure = {
  name: 'histogram',
  title: 'Histogram of ΔF with its skewness',
  needs: ['change'],
  recordedBy: 'cfc run --out DIR',
  spec: (rows) => {
    const changes = changesOf(rows);
    const rises = changes.filter((change) => change > 0).length;
    const skew = skewness(changes);
    const told = skew === null ? 'no skewness: all ΔF are equal' : `skewness ${skew.toPrecision(3)}`;
    return page(
      'ΔF of the accepted steps',
      {
        width: WIDTH,
        height: HEIGHT,
        data: { values: bars(changes) },
        mark: { type: 'bar', binSpacing: 1 },
        encoding: {
          x: {
            field: 'from',
            type: 'quantitative',
            bin: { binned: true },
            title: 'ΔF',
            axis: { format: '~g', grid: false },
          },
          x2: { field: 'to' },
          y: { field: 'steps', type: 'quantitative', title: 'steps', axis: { tickMinStep: 1 } },
          color: { field: 'colour', type: 'nominal', scale: null, legend: null },
        },
      },
      `${changes.length} steps, ${rises} with a rise${rises > 0 ? ' (other colour)' : ''}; ${told}`,
    );
  },
};

/** Bars of equal width with an edge at 0, so that no bar holds both falls and rises. */
function bars(changes: Float64Array) {
  if (changes.length === 0) return [];
  let [least, largest] = [0, 0];
  for (const change of changes) {
    least = Math.min(least, change);
    largest = Math.max(largest, change);
  }
  const wanted = Math.max(5, Math.min(BARS - 2, Math.ceil(2 * Math.cbrt(changes.length))));
  const width = (largest - least || 1) / wanted;
  const [below, above] = [Math.ceil(-least / width - 1e-9) || 1, Math.ceil(largest / width - 1e-9)];
  const counts = new Int32Array(below + above);
  for (const change of changes) {
    // a change of 0 belongs to the falls, whose bars hold their upper edge
    const k = change > 0 ? below - 1 + Math.ceil(change / width) : below - 1 - Math.floor(-change / width);
    counts[Math.max(0, Math.min(below + above - 1, k))]!++;
  }
  return Array.from(counts, (steps, k) => ({
    from: (k - below) * width,
    to: (k + 1 - below) * width,
    steps,
    colour: k < below ? first : alarm,
  }));
}
