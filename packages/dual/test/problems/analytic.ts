import { fixture } from '../fixture.js';
import { type Problem, linear } from './problem.js';

const known = fixture<{
  qp2: { x: number[]; lambda: number[]; a: number[]; A: number[][]; b: number[] };
  closest_point_line: { x: number[]; lambda: number[] };
  sqnorm_ineq_10x5: { A: number[][]; b: number[]; x: number[]; lambda: number[] };
  min_norm_eq_10x5: { x: number[]; mu: number[] };
  max_entropy_die: { p: number[]; mu_sum: number; mu_mean: number };
  nocedal_17_3: { x: number[]; mu: number };
  concave_box: { lambda: number[]; 'x_from_0.3': number };
}>('problems');

const { qp2, closest_point_line: line, sqnorm_ineq_10x5: inequalities, min_norm_eq_10x5: equalities } = known;

const doubled = (x: Float64Array, out: Float64Array): void => x.forEach((xi, i) => (out[i] = 2 * xi));

/** The seven problems that need no data. */
export const analytic: readonly Problem[] = [
  {
    name: 'closest point',
    start: [0, 0],
    solution: line.x,
    curvature: 2,
    reach: 2,
    constraints: [linear('line', [-1, -1], -1, line.lambda[0]!)],
    gradient: doubled,
  },
  {
    name: 'two lines',
    start: [0, 0],
    solution: qp2.x,
    curvature: 1,
    reach: 2.62,
    constraints: qp2.A.map((row, k) => linear(`line${k}`, row, qp2.b[k]!, qp2.lambda[k]!)),
    gradient: (x, out) => x.forEach((xi, i) => (out[i] = xi - qp2.a[i]!)),
  },
  {
    name: 'five inequalities',
    start: new Array<number>(10).fill(0),
    solution: inequalities.x,
    curvature: 2,
    reach: 6.25,
    constraints: inequalities.A.map((row, k) => linear(`row${k}`, row, inequalities.b[k]!, inequalities.lambda[k]!)),
    gradient: doubled,
  },
  {
    name: 'five equations',
    start: new Array<number>(10).fill(0),
    solution: equalities.x,
    curvature: 2,
    reach: 6.25,
    constraints: inequalities.A.map((row, k) => linear(`row${k}`, row, inequalities.b[k]!, equalities.mu[k]!, 'equal')),
    gradient: doubled,
  },
  {
    name: 'maximum-entropy die',
    start: new Array<number>(6).fill(1 / 6),
    solution: known.max_entropy_die.p,
    curvature: 18,
    reach: 94,
    constraints: [
      linear('sum', [1, 1, 1, 1, 1, 1], 1, known.max_entropy_die.mu_sum, 'equal'),
      linear('mean', [1, 2, 3, 4, 5, 6], 4.5, known.max_entropy_die.mu_mean, 'equal'),
    ],
    // A long step must not leave the domain of the logarithm; near the solution the bound is idle.
    gradient: (p, out) => p.forEach((pi, i) => (out[i] = Math.log(Math.max(pi, 1e-3)) + 1)),
  },
  {
    name: 'circle',
    start: [0.5, -0.2],
    solution: known.nocedal_17_3.x,
    curvature: 1,
    reach: 8,
    constraints: [
      {
        name: 'circle',
        sense: 'equal',
        target: 2,
        multiplier: known.nocedal_17_3.mu,
        value: (x) => x[0]! ** 2 + x[1]! ** 2,
        addGradient: (x, factor, gradient) => x.forEach((xi, i) => (gradient[i]! += 2 * factor * xi)),
      },
    ],
    gradient: (_, out) => out.fill(1),
  },
  {
    name: 'concave box',
    start: [0.3],
    solution: [known.concave_box['x_from_0.3']],
    curvature: 1,
    reach: 1,
    constraints: [
      linear('upper', [1], 1, known.concave_box.lambda[0]!),
      linear('lower', [-1], 1, known.concave_box.lambda[1]!),
    ],
    gradient: (x, out) => (out[0] = -x[0]!),
  },
];
