import { groups } from '../groups.js';
import type { Found } from './cells.js';
import { spinodal } from './exact.js';

/** At most so many points are drawn on a line. */
const POINTS = 32;

const eta = { type: 'quantitative', title: 'order parameter η', scale: { domain: [0, 1] } };

/** η over a for three b, and the loop of η over h: formulas as lines, relaxations as points. */
export function figure(pitchfork: readonly Found[], loop: readonly Found[]): Readonly<Record<string, unknown>> {
  return {
    hconcat: [
      {
        title: 'no field: F = a η² + b η⁴',
        ...panel(pitchfork.map(({ a, b, eta, exact }) => ({ x: a, of: String(b), eta, exact }))),
        ...layers('control parameter a', 'b'),
      },
      {
        title: 'a field h, swept down and up: F = -η² + η⁴ - h η',
        ...panel(loop.map(({ a, b, h, way, eta, exact }) => ({ x: -h / spinodal(a, b), of: way, eta, exact }))),
        ...layers('field h, in units of the spinodal field', 'sweep'),
      },
    ],
    resolve: { scale: { color: 'independent' } },
  };
}

interface Shown {
  readonly x: number;
  readonly of: string;
  readonly eta: number;
  readonly exact: number;
}

function panel(all: readonly Shown[]) {
  const values = [...groups(all, ({ of }) => of).values()].flatMap((line) => {
    const stride = Math.ceil(line.length / POINTS);
    return line.map((one, k) => ({ ...one, eta: k % stride === 0 ? one.eta : null }));
  });
  return { width: 340, height: 240, data: { values } };
}

const layers = (x: string, of: string) => ({
  encoding: {
    x: { field: 'x', type: 'quantitative', title: x, scale: { nice: false } },
    color: { field: 'of', type: 'nominal', title: of },
  },
  layer: [
    { mark: { type: 'line', strokeWidth: 1 }, encoding: { y: { field: 'exact', ...eta } } },
    { mark: { type: 'point', size: 24 }, encoding: { y: { field: 'eta', ...eta } } },
  ],
});
