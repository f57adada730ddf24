/*
 * Counter-based randomness: every number is a hash of (seed, iteration, index), so that a step is a
 * pure function and a resumed run draws what the whole run would have drawn. The mixer is the
 * finaliser of MurmurHash3 (Appleby), applied once for each word.
 */

function mix(hash: number, word: number): number {
  let h = Math.imul(hash ^ word, 0x9e3779b1) + 0x7f4a7c15;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** What the hash comes to before its last word. */
function key(seed: number, iteration: number): number {
  const high = Math.floor(seed / 0x100000000);
  return mix(mix(mix(0x2545f491, seed >>> 0), high >>> 0), iteration >>> 0);
}

/** A whole number in [0, 2³²), the same for the same arguments. */
function hash(seed: number, iteration: number, index: number): number {
  return mix(key(seed, iteration), index >>> 0);
}

const SECOND = 0x5851f42d;

/** Uniform in the open interval (0, 1), with 52 random bits: the middles of 2⁵² equal parts. */
export function uniform(seed: number, iteration: number, index: number): number {
  return middle(hash(seed, iteration, index), hash(seed + SECOND, iteration, index));
}

/** `uniform` of one seed and iteration, as a function of the index: the same bits, several times as fast in a loop. */
export function uniforms(seed: number, iteration: number): (index: number) => number {
  const [first, second] = [key(seed, iteration), key(seed + SECOND, iteration)];
  return (index) => middle(mix(first, index >>> 0), mix(second, index >>> 0));
}

const middle = (upper: number, lower: number): number => ((upper >>> 5) * 2 ** 25 + (lower >>> 7) + 0.5) / 2 ** 52;

/** Standard normal, by Box and Muller (Ann. Math. Statist. 29 (1958) 610). */
export function normal(seed: number, iteration: number, index: number): number {
  const radius = Math.sqrt(-2 * Math.log(uniform(seed, iteration, 2 * index)));
  return radius * Math.cos(2 * Math.PI * uniform(seed, iteration, 2 * index + 1));
}
