import { by } from './by.js';
import type { Trial } from './replay.js';
import { spearman } from './spearman.js';

/** Largest difference of pass rates between two blueprints, in [0, 1]; 0 for fewer than two blueprints. */
export function passGap(trials: readonly Trial[]): number {
  const rates = by(trials, ({ blueprint }) => blueprint).map(passRate);
  return rates.length === 0 ? 0 : Math.max(...rates) - Math.min(...rates);
}

const passRate = (trials: readonly Trial[]): number =>
  trials.reduce((sum, { decision }) => sum + Number(decision.pass), 0) / trials.length;

/**
 * Share of the variance of the margins that the blueprint explains: η² = 1 - (squares within blueprints) / (squares in all), in [0, 1].
 *
 * Source: R. Fisher, Statistical Methods for Research Workers (1925).
 */
export function explained(trials: readonly Trial[]): number {
  const points = trials.filter(({ margin }) => margin !== null);
  return 1 - quotient(within(points).mm, scatter(points).mm);
}

/**
 * The same share of what is left of the variance once margins are fitted by a line in the gain, one slope for all blueprints:
 * partial η² of an analysis of covariance, in [0, 1].
 */
export function explainedBeyondGain(trials: readonly Trial[]): number {
  const points = trials.filter(({ margin, gain }) => margin !== null && gain !== null);
  return 1 - quotient(residual(within(points)), residual(scatter(points)));
}

/** Rank correlation of margin and gain, in [-1, 1]: whether the gate finds useful seeds at all. */
export function agreement(trials: readonly Trial[]): number {
  const points = trials.filter(({ margin, gain }) => margin !== null && gain !== null);
  return spearman(
    points.map(({ margin }) => margin!),
    points.map(({ gain }) => gain!),
  );
}

/** Sums of squares and products about the mean, of margins (m) and gains (g). */
interface Scatter {
  readonly mm: number;
  readonly mg: number;
  readonly gg: number;
}

function scatter(trials: readonly Trial[]): Scatter {
  const mean = (of: (trial: Trial) => number): number => trials.reduce((sum, x) => sum + of(x), 0) / trials.length;
  const [m, g] = [mean(({ margin }) => margin!), mean(({ gain }) => gain ?? 0)];
  let [mm, mg, gg] = [0, 0, 0];
  for (const { margin, gain } of trials) {
    const [dm, dg] = [margin! - m, (gain ?? 0) - g];
    mm += dm * dm;
    mg += dm * dg;
    gg += dg * dg;
  }
  return { mm, mg, gg };
}

const within = (trials: readonly Trial[]): Scatter =>
  by(trials, ({ blueprint }) => blueprint)
    .map(scatter)
    .reduce((a, b) => ({ mm: a.mm + b.mm, mg: a.mg + b.mg, gg: a.gg + b.gg }), { mm: 0, mg: 0, gg: 0 });

/** Squares of the margins that a line in the gain leaves. */
const residual = ({ mm, mg, gg }: Scatter): number => mm - (gg > 0 ? (mg * mg) / gg : 0);

/** part / whole in [0, 1]; 1 where nothing varies beyond rounding. */
const quotient = (part: number, whole: number): number => (whole > 1e-20 ? Math.min(1, Math.max(0, part / whole)) : 1);
