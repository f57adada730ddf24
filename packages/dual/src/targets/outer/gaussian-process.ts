/** Mean and standard deviation of a function where it was not measured. */
export type Surrogate = (point: readonly number[]) => { readonly mean: number; readonly deviation: number };

const LENGTHS = [0.05, 0.1, 0.2, 0.4, 0.8, 1.6];
const NOISES = [1e-6, 1e-3, 1e-1];

/**
 * Gaussian process over the unit cube with Matérn's kernel of order 5/2, on values standardised to mean 0 and variance 1; length
 * and noise, the same in all directions, are those of a small grid under which the values are likeliest.
 *
 * Source: Rasmussen and Williams, Gaussian Processes for Machine Learning (2006), sections 2.2 and 5.4.
 */
export function gaussianProcess(points: readonly (readonly number[])[], values: readonly number[]): Surrogate {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  const scale = spread > 0 ? spread : 1;
  const y = values.map((value) => (value - mean) / scale);
  const fits = LENGTHS.flatMap((length) => NOISES.map((noise) => fit(points, y, length, noise)));
  const { length, factor, whitened } = fits.reduce((best, one) => (one.likelihood > best.likelihood ? one : best));
  return (point) => {
    const k = forward(
      factor,
      points.map((other) => matern(point, other, length)),
    );
    const share = k.reduce((sum, entry) => sum + entry * entry, 0);
    return {
      mean: mean + scale * k.reduce((sum, entry, i) => sum + entry * whitened[i]!, 0),
      deviation: scale * Math.sqrt(Math.max(0, 1 - share)),
    };
  };
}

function fit(points: readonly (readonly number[])[], y: readonly number[], length: number, noise: number) {
  const factor: number[][] = [];
  points.forEach((point, i) => {
    const row = points.slice(0, i).map((other) => matern(point, other, length));
    const l = forward(factor, row);
    l.push(Math.sqrt(1 + noise - l.reduce((sum, entry) => sum + entry * entry, 0)));
    factor.push(l);
  });
  const whitened = forward(factor, y);
  const likelihood = whitened.reduce((sum, entry, i) => sum - (entry * entry) / 2 - Math.log(factor[i]![i]!), 0);
  return { length, factor, whitened, likelihood };
}

/** Solves L x = b for a lower triangle. */
function forward(factor: readonly (readonly number[])[], b: readonly number[]): number[] {
  const x: number[] = [];
  b.forEach((entry, i) => {
    const row = factor[i]!;
    x.push((entry - x.reduce((sum, value, k) => sum + row[k]! * value, 0)) / row[i]!);
  });
  return x;
}

function matern(a: readonly number[], b: readonly number[], length: number): number {
  const r = Math.sqrt(5 * a.reduce((sum, entry, k) => sum + (entry - b[k]!) ** 2, 0)) / length;
  return (1 + r + (r * r) / 3) * Math.exp(-r);
}
