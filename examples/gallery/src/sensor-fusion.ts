// Four sensors watch one thing that moves. Each adds noise and a bias that walks, and now and then one drops out: for 5 to 15 steps
// it reads some constant and does not say so. Where was the thing? The truth is simulated, so that the error is known.
import { clip, compile, couplingColumns, defaultPlan, defineCoupling, defineSystem, gradientBelow } from '@cfc/core';
import { landau, moduleColumns, normal, number, projectedLbfgs, relax, uniform } from '@cfc/core';
import { mean, median, range, transpose } from 'd3-array';
import { Matrix, inverse } from 'ml-matrix';
import { type Report, curves, dots, said, surelyAbove0 } from './report.js';

const STEPS = 160;
const NOISE = [0.01, 0.02, 0.03, 0.05]; // standard deviations for each sensor; the track is 1 long
const DRIFT = [0.002, 0.001, 0.003, 0.001]; // of its bias, for each step
const [MOTION, BIAS, DOUBT] = [0.004, 0.05, 3]; // acceleration, first bias, deviations that are too many: set on worlds 1 to 30

/** What moved, and what each sensor said of it at every step. */
export function world(seed: number): { truth: number[]; readings: number[][] } {
  let [x, v] = [0.5, 0];
  const truth = range(STEPS).map((t) => {
    v = 0.97 * v + 0.004 * normal(seed, 0, t) - 0.01 * (x - 0.5);
    return (x += v);
  });
  const readings = NOISE.map((noise, s) => {
    let [bias, until, level] = [0.03 * normal(seed, 10 * s + 1, 0), 0, 0];
    return truth.map((value, t) => {
      bias += DRIFT[s]! * normal(seed, 10 * s + 2, t);
      if (t >= until && uniform(seed, 10 * s + 3, t) < 0.015) {
        until = t + 5 + Math.floor(11 * uniform(seed, 10 * s + 4, t));
        level = uniform(seed, 10 * s + 5, t);
      }
      return t < until ? level : value + bias + noise * normal(seed, 10 * s + 6, t);
    });
  });
  return { truth, readings };
}

/** A reading of x through a bias b: w r² / (1 + (r/c)²), r = x + b - 1/2 - at. Far off, it lets go (Geman and McClure, 1987). */
export const reading = defineCoupling({
  name: 'ReadingCoupling',
  meaning: 'binds a state to a reading through a bias, and lets go of it where it is far off',
  options: { weight: number(1, 'trust', { min: 0 }), at: number(0, 'reading'), c: number(1, 'doubt', { above: 0 }) },
  energy: (x, b, { weight, at, c }) => weight / (1 / (x + b - 0.5 - at) ** 2 + 1 / (c * c)),
  slopes(x, b, { weight, at, c }, _signals, out) {
    const r = x + b - 0.5 - at;
    out[0] = out[1] = (2 * weight * r) / (1 + (r / c) ** 2) ** 2;
  },
  bend: (_x, _b, { weight }) => [2 * weight, 2 * weight, 2 * weight],
});

/** w (a - b)², w of either sign: (x - 2y + z)² = 2 (x - y)² + 2 (y - z)² - (x - z)², which is what an acceleration costs. */
export const spring = defineCoupling({
  name: 'SpringCoupling',
  meaning: 'pulls two order parameters together, or apart where the weight is below 0: weight (a - b)²',
  options: { weight: number(1, 'strength') },
  energy: (a, b, { weight }) => weight * (a - b) ** 2,
  slopes(a, b, { weight }, _signals, out) {
    out[0] = 2 * weight * (a - b);
    out[1] = -out[0];
  },
  bend: (_a, _b, { weight }) => [2 * Math.abs(weight), 2 * Math.abs(weight), 2 * Math.abs(weight)],
});

const inside = (position: number): number => clip(0.25 + position / 2); // the track lies in the middle of [0, 1]
const certain = (deviation: number): number => 1e-4 / (2 * (deviation / 2) ** 2); // log-likelihoods times 1e-4
const rows = (from: number, to: number): Int32Array => Int32Array.from(range(from, to));
const springs = (from: number, gap: number, weight: number) =>
  couplingColumns(spring, { a: rows(from, from + STEPS - gap), b: rows(from + gap, from + STEPS), with: { weight } });

/** A module for the state and one for each bias at every step; relaxed with much patience for what is far off, then with little. */
export function fuse(readings: number[][]): number[] {
  const biases = NOISE.length * STEPS;
  const guess = transpose<number>(readings).map((row) => inside(median(row)!));
  let eta = Float64Array.from([...guess, ...range(biases).map(() => 0.5)]);
  const a = certain(BIAS) / STEPS;
  const motion = [springs(0, 1, 4 * certain(MOTION)), springs(0, 2, -certain(MOTION))];
  for (const patience of [8, 1]) {
    const modules = [
      moduleColumns(landau, { count: STEPS, prefix: 'state.', with: { a: 0, b: 0 } }),
      moduleColumns(landau, { count: biases, prefix: 'bias.', with: { a, b: 0, h: a } }), // a (η - 1/2)²
    ];
    const couplings = NOISE.flatMap((noise, s) => {
      const own = (s + 1) * STEPS;
      const [weight, at, c] = [certain(noise), Float64Array.from(readings[s]!, inside), (patience * DOUBT * noise) / 2];
      const seen = { a: rows(0, STEPS), b: rows(own, own + STEPS), with: { weight, at, c } };
      return [couplingColumns(reading, seen), springs(own, 1, certain(DRIFT[s]!))];
    });
    const system = defineSystem({ modules, couplings: [...couplings, ...motion] });
    const plan = { ...defaultPlan, method: projectedLbfgs(), stop: gradientBelow({ norm: 1e-4 }) };
    eta = Float64Array.from(relax(compile(system), eta, plan).vector);
  }
  return Array.from(eta.subarray(0, STEPS), (value) => 2 * value - 0.5);
}

/** The peers: Kalman filter and smoother (Rauch, Tung, Striebel, 1965) of position, speed and biases; what is too far off is left out. */
export function kalman(readings: number[][]): { filtered: number[]; smoothed: number[] } {
  const size = 2 + NOISE.length;
  const move = Matrix.eye(size).set(0, 1, 1);
  const unrest = Matrix.diag([0, MOTION ** 2, ...DRIFT.map((drift) => drift ** 2)]);
  let x = Matrix.columnVector([0.5, 0, ...NOISE.map(() => 0)]);
  let p = Matrix.diag([0.1, 1e-3, ...NOISE.map(() => BIAS ** 2)]);
  const past = range(STEPS).map((t) => {
    const before = { x: move.mmul(x), p: move.mmul(p).mmul(move.transpose()).add(unrest) };
    ({ x, p } = before);
    NOISE.forEach((noise, s) => {
      const h = Matrix.rowVector(range(size).map((k) => (k === 0 || k === 2 + s ? 1 : 0)));
      const spread = h.mmul(p).mmul(h.transpose()).get(0, 0) + noise ** 2;
      const off = readings[s]![t]! - h.mmul(x).get(0, 0);
      if (Math.abs(off) > DOUBT * Math.sqrt(spread)) return;
      const gain = p.mmul(h.transpose()).div(spread);
      [x, p] = [Matrix.add(x, Matrix.mul(gain, off)), Matrix.sub(p, gain.mmul(h).mmul(p))];
    });
    return { before, x, p };
  });
  const smoothed = [x.get(0, 0)];
  for (let t = STEPS - 2; t >= 0; t--) {
    const [now, { before }] = [past[t]!, past[t + 1]!];
    x = Matrix.add(now.x, now.p.mmul(move.transpose()).mmul(inverse(before.p)).mmul(Matrix.sub(x, before.x)));
    smoothed.unshift(x.get(0, 0));
  }
  return { filtered: past.map((one) => one.x.get(0, 0)), smoothed };
}

export const rmse = (estimate: number[], truth: number[]): number =>
  Math.sqrt(mean(truth, (value, t) => (estimate[t]! - value) ** 2)!);

/** Worlds 201 to 220, which nothing was set on. */
export function sensorFusion(): Report {
  const results = range(201, 221).map((seed) => {
    const { truth, readings } = world(seed);
    const [steps, { filtered, smoothed }] = [transpose<number>(readings), kalman(readings)];
    const [middle, half] = [mean, median].map((of) => steps.map((row) => of(row)!));
    const made = { mean: middle!, median: half!, 'Kalman filter': filtered, 'Kalman smoother': smoothed };
    return { truth, readings, made: { ...made, energy: fuse(readings) } };
  });
  const methods = Object.keys(results[0]!.made) as (keyof (typeof results)[0]['made'])[];
  const errors = Object.fromEntries(methods.map((m) => [m, results.map(({ made, truth }) => rmse(made[m], truth))]));
  const gain = (method: string): number[] => errors[method]!.map((error, k) => error - errors['energy']![k]!);
  const lines = methods.map((m) => `${m.padEnd(17)}${said(errors[m]!, 4)}   ${said(gain(m), 4)}`);
  const { truth, readings, made } = results[0]!;
  const path = (values: readonly number[]) => values.map((value, t) => [t, value] as const);
  const track = { '': readings.flatMap(path), truth: path(truth), energy: path(made.energy) };
  return {
    text: `RMSE in 20 worlds, 95% intervals   energy is better by\n${lines.join('\n')}`,
    claims: {
      'better than the median': surelyAbove0(gain('median')),
      'not surely worse than the Kalman smoother': !surelyAbove0(gain('Kalman smoother').map((value) => -value)),
    },
    picture: { hconcat: [curves(['step', 'position'], track), dots('RMSE', errors)] },
  };
}
