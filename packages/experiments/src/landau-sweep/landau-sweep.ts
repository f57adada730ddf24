import { defineExperiment } from '../experiment.js';
import { groups } from '../groups.js';
import { verdict } from '../verdict.js';
import { type Cell, type Found, START, cells, measure } from './cells.js';
import { spinodal } from './exact.js';
import { figure } from './figure.js';

/** Within this of its formula an order parameter counts as right: at a = 0 slopes of 4b η³ say no more. */
const NEAR = 1e-3;

const off = (rows: readonly Found[]): number => Math.max(...rows.map(({ eta, exact }) => Math.abs(eta - exact)));

/** What is left of rounding is nobody's concern, and differs between machines. */
const rounded = (distance: number): string => (distance < 1e-9 ? 'below 1e-9' : distance.toExponential(1));

/** The order parameter of one Landau module over its control parameters: transitions that are known in closed form. */
export const landauSweep = defineExperiment<Cell, Found>({
  name: 'landau-sweep',
  title: 'Landau sweep: from disorder to order',
  question:
    'A module with F = a η² + b η⁴ - h η is relaxed for a from -2.5 to 0.5 without a field, and for a field h that goes down and up again, each time from where the last relaxation ended. Do the continuous transition at a = 0 and the jumps of the loop lie where Landau theory puts them, and does the start matter?',
  cells,
  measure,
  conclude(rows) {
    const ofA = groups(
      rows.filter(({ sweep }) => sweep === 'a'),
      ({ way }) => way,
    );
    const pitchfork = ofA.get(`from ${START}`)!;
    const loops = groups(
      rows.filter(({ sweep }) => sweep === 'h'),
      ({ a }) => a,
    );
    const kinds = [
      ['at the wall, a < -2b', pitchfork.filter(({ a, b }) => a < -2 * b)],
      ['ordered, -2b <= a < 0', pitchfork.filter(({ a, b }) => a >= -2 * b && a < 0)],
      ['disordered, a >= 0', pitchfork.filter(({ a }) => a >= 0)],
      ...[...loops].map(([a, loop]) => [`field down and up, a = ${a}`, loop] as const),
    ] as const;
    return {
      claims: [continuous(pitchfork), starting(ofA), jumping([...loops.values()])],
      table: {
        headings: ['sweep', 'relaxations', 'largest |η - exact|'],
        rows: kinds.map(([name, some]) => [name, String(some.length), rounded(off(some))]),
      },
      figure: figure(pitchfork, loops.get(-1)!),
    };
  },
});

function continuous(pitchfork: readonly Found[]) {
  const worst = pitchfork.reduce((most, row) => (off([row]) > off([most]) ? row : most));
  const beta = exponent(pitchfork.filter(({ a, b }) => a < 0 && a > -2 * b && b === 1));
  return {
    expected: 'η goes from disorder to order as a falls below 0, along √(-a / 2b) (experiments/landau_sweep).',
    seen: `Largest distance from the exact minimum over ${pitchfork.length} pairs of a and b: ${off(pitchfork).toExponential(1)}, at a = ${worst.a}. At a = 0 the curvature vanishes, and a relaxation ends where the slope 4b η³ is within its tolerance. The exponent fitted to η ~ (-a)^β is ${beta.toFixed(4)}; Landau theory says 1/2.`,
    verdict: verdict(off(pitchfork) < NEAR, Math.abs(beta - 0.5) < NEAR),
  };
}

/** The slope of ln η over ln(-a), by least squares. */
function exponent(rows: readonly Found[]): number {
  const points = rows.map(({ a, eta }) => [Math.log(-a), Math.log(eta)] as const);
  const mean = (c: 0 | 1): number => points.reduce((sum, point) => sum + point[c], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, [u, v]) => sum + (u - x) * (v - y), 0);
  return over / points.reduce((sum, [u]) => sum + (u - x) ** 2, 0);
}

function starting(ofA: ReadonlyMap<string, readonly Found[]>) {
  const found = [...ofA].map(([way, rows]) => {
    const ordered = rows.filter(({ a }) => a < 0);
    return { way, right: ordered.filter((row) => off([row]) < NEAR).length, of: ordered.length };
  });
  return {
    expected: 'Below a = 0 a relaxation finds the ordered phase, wherever it starts.',
    seen: `Ordered as the formula says: ${found.map(({ way, right, of }) => `${right} of ${of} ${way}`).join(', ')}. At η = 0 the slope is 0 for every a: a module that starts exactly there stays on the saddle.`,
    verdict: verdict(...found.map(({ right, of }) => right === of)),
  };
}

/** Fields of the last ordered relaxation on the way down and of the first on the way up, in units of the spinodal field. */
function jumps(loop: readonly Found[]) {
  const ordered = (way: string): readonly Found[] => loop.filter((row) => row.way === way && row.eta > NEAR);
  const { a, b, eta } = ordered('down').at(-1)!;
  const [down, up] = [ordered('down').at(-1)!.h, ordered('up')[0]!.h].map((h) => -h / spinodal(a, b));
  const grid = Math.abs(loop[1]!.h - loop[0]!.h) / -spinodal(a, b);
  return { down: down!, up: up!, height: eta, grid };
}

function jumping(loops: readonly (readonly Found[])[]) {
  const found = loops.map(jumps);
  const each = (value: (jump: (typeof found)[number]) => number): string =>
    found.map((jump) => value(jump).toFixed(3)).join(', ');
  return {
    expected:
      'With a field the transition is of first order, with hysteresis: order is lost at h = (4a / 3) √(-a / 6b) on the way down, and comes back at h = 0.',
    seen: `For the three a, in units of that field: last ordered on the way down at ${each(({ down }) => down)}, first on the way up at ${each(({ up }) => up)}, on a grid of ${found[0]!.grid.toFixed(3)}. η falls to 0 from ${each(({ height }) => height)}; between the two fields it depends on where it came from.`,
    verdict: verdict(
      ...found.map(({ down, grid }) => down >= -1 && down <= -1 + grid),
      ...found.map(({ up, grid }) => up > 0 && up <= grid),
    ),
  };
}
