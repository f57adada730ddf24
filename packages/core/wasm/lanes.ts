import { f } from './table';

// prettier-ignore
@inline export function clip(x: f64): f64 { return x < 0 ? 0 : x > 1 ? 1 : x; }

// prettier-ignore
@inline export function residual(eta: usize, g: usize, i: i32): f64 { const x = f(eta, i); return abs(x - clip(x - f(g, i))); }

// Two numbers at once.

// prettier-ignore
@inline export function two(at: usize, k: i32): v128 { return v128.load(at + (<usize>k << 3)); }
// prettier-ignore
@inline export function set2(at: usize, k: i32, x: v128): void { v128.store(at + (<usize>k << 3), x); }
// prettier-ignore
@inline export function lanes(x: v128): f64 { return f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1); }

// prettier-ignore
@inline export function clip2(x: v128): v128 { return f64x2.pmin(f64x2.pmax(x, f64x2.splat(0)), f64x2.splat(1)); }
