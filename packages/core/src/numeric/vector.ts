import type { Vector } from '../contract/energy.js';

/** Nearest number to `x` in [0, 1]. */
export function clip(x: number): number {
  return x < 0 ? 0 : x > 1 ? 1 : x;
}

/** Σ aᵢ bᵢ, in four sums side by side, so that no addition waits for the one before. */
export function dot(a: Vector, b: Vector): number {
  let [s, t, u, v, rest] = [0, 0, 0, 0, 0];
  const whole = a.length & ~3;
  for (let i = 0; i < whole; i += 4) {
    s += a[i]! * b[i]!;
    t += a[i + 1]! * b[i + 1]!;
    u += a[i + 2]! * b[i + 2]!;
    v += a[i + 3]! * b[i + 3]!;
  }
  for (let i = whole; i < a.length; i++) rest += a[i]! * b[i]!;
  return rest + (s + t + (u + v));
}

/** Euclidean norm. */
export function norm(a: Vector): number {
  return Math.sqrt(dot(a, a));
}

/** factor · a, as a new vector. */
export function scaled(a: Vector, factor: number): Float64Array {
  const out = new Float64Array(a.length);
  for (let i = 0; i < out.length; i++) out[i] = factor * a[i]!;
  return out;
}

/** Largest entry; -Infinity for an empty vector. */
export function largest(a: Vector): number {
  let best = -Infinity;
  for (let i = 0; i < a.length; i++) if (a[i]! > best) best = a[i]!;
  return best;
}

/**
 * How far entry `i` would move under a unit step of projected gradient descent: η - clip(η - g).
 * Zero for all entries exactly where the point is stationary in the box.
 */
export function projected(eta: number, g: number): number {
  return eta - clip(eta - g);
}

/** Largest magnitude of the projected gradient. */
export function projectedNorm(eta: Vector, gradient: Vector): number {
  let most = 0;
  for (let i = 0; i < eta.length; i++) {
    const magnitude = Math.abs(projected(eta[i]!, gradient[i]!));
    if (magnitude > most) most = magnitude;
  }
  return most;
}

/** A vector of `size` ones. */
export function ones(size: number): Float64Array {
  return new Float64Array(size).fill(1);
}
