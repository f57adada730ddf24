/** A polynomial with whole coefficients over a whole number, from the constant on: exact arithmetic for comparison. */
export interface Exact {
  readonly coefficients: readonly bigint[];
  readonly over: bigint;
}

const choose = (n: bigint, k: bigint): bigint => {
  let out = 1n;
  for (let i = 1n; i <= k; i++) out = (out * (n - k + i)) / i;
  return out;
};

/** P_n by the explicit sum 2^-n Σ_m (-1)^m C(n, m) C(2n - 2m, n) x^(n - 2m), no recurrence in it. */
export function exactLegendre(degree: number): Exact {
  const n = BigInt(degree);
  const coefficients = new Array<bigint>(degree + 1).fill(0n);
  for (let m = 0n; 2n * m <= n; m++) {
    coefficients[Number(n - 2n * m)] = (m % 2n === 0n ? 1n : -1n) * choose(n, m) * choose(2n * n - 2n * m, n);
  }
  return { coefficients, over: 2n ** n };
}

export const exactDerivative = ({ coefficients, over }: Exact): Exact => ({
  coefficients: coefficients.slice(1).map((value, k) => BigInt(k + 1) * value),
  over,
});

/** Places are whole numbers over this one, so that they are doubles and fractions alike. */
export const GRID = 2 ** 20;

/** The value at `place / GRID`, rounded once. */
export function exactValue({ coefficients, over }: Exact, place: number): number {
  const degree = BigInt(coefficients.length - 1);
  const [top, grid] = [BigInt(place), BigInt(GRID)];
  let sum = 0n;
  coefficients.forEach((value, k) => (sum += value * top ** BigInt(k) * grid ** (degree - BigInt(k))));
  return ratio(sum, over * grid ** degree);
}

/** A fraction as a double: 60 bits of it are kept before it is rounded. */
export function ratio(top: bigint, under: bigint): number {
  if (top === 0n) return 0;
  const bits = (value: bigint): number => value.toString(2).replace('-', '').length;
  const shift = Math.max(0, bits(under) - bits(top) + 60);
  return Number((top << BigInt(shift)) / under) / 2 ** shift;
}
