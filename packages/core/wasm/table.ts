/*
 * Plain memory, and the table of a system in it (see src/system/engine/table.ts). Every argument that is a place is a byte offset.
 *
 * Couplings are numbered through all families; coupling e has the ends a[e], b[e], the weight w[e] and, in families with scales,
 * alpha[e] and beta[e]. The energy of a family is scale · Σ w s², with the gap s = β η_b - α η_a or, for hinges, max(0, s). A family
 * of the side FIRST_END writes to the first end alone; one of the side SECOND_END to the second alone, and counts no energy: so two
 * threads share a coupling.
 */

// prettier-ignore
@inline export function f(at: usize, k: i32): f64 { return load<f64>(at + (<usize>k << 3)); }
// prettier-ignore
@inline export function n(at: usize, k: i32): i32 { return load<i32>(at + (<usize>k << 2)); }
// prettier-ignore
@inline export function put(at: usize, k: i32, x: f64): void { store<f64>(at + (<usize>k << 3), x); }
// prettier-ignore
@inline export function add(at: usize, k: i32, x: f64): void { const p = at + (<usize>k << 3); store<f64>(p, load<f64>(p) + x); }
// prettier-ignore
@inline export function word(t: usize, k: i32): i32 { return n(t, k); }
// prettier-ignore
@inline export function place(t: usize, k: i32): usize { return <usize>n(t, k); }

// Words of the table.
export const LOW = 0;
export const HIGH = 1;
export const FAMILIES = 2;
export const A = 3;
export const B = 4;
export const W = 5;
export const ALPHA = 6;
export const BETA = 7;
export const H = 8;
export const QA = 9;
export const QB = 10;
export const ROW_START = 11;
export const ROWS = 12;
/** From here three words for each family (form and side, first coupling, end), padded to four; then the scales. */
export const HEAD = 16;

// prettier-ignore
@inline export function kindOf(t: usize, k: i32): i32 { return n(t, HEAD + 4 * k); }
// prettier-ignore
@inline export function firstOf(t: usize, k: i32): i32 { return n(t, HEAD + 4 * k + 1); }
// prettier-ignore
@inline export function lastOf(t: usize, k: i32): i32 { return n(t, HEAD + 4 * k + 2); }
// prettier-ignore
@inline export function scaleOf(t: usize, k: i32): f64 { return f(t + (HEAD << 2) + (<usize>word(t, FAMILIES) << 4), k); }

export const BOTH = 0;
export const FIRST_END = 1;
export const SECOND_END = 2;
