/** A number without rounding: n / 2^bits. */
export interface Exact {
  readonly n: bigint;
  readonly bits: number;
}

/** A double as it is. */
export function exact(x: number): Exact {
  let bits = 0;
  for (; !Number.isInteger(x); bits++) x *= 2;
  return { n: BigInt(x), bits };
}

export const times = (a: Exact, b: Exact): Exact => ({ n: a.n * b.n, bits: a.bits + b.bits });

export function plus(a: Exact, b: Exact): Exact {
  const bits = Math.max(a.bits, b.bits);
  return { n: (a.n << BigInt(bits - a.bits)) + (b.n << BigInt(bits - b.bits)), bits };
}

export const minus = (a: Exact, b: Exact): Exact => plus(a, { n: -b.n, bits: b.bits });

/** The nearest double, to a part in 2^60. */
export function rounded({ n, bits }: Exact): number {
  const length = (n < 0n ? -n : n).toString(2).length;
  const shift = Math.max(0, length - 60);
  return Number(n >> BigInt(shift)) * 2 ** (shift - bits);
}
