/** Self-intersections below and above are counted with these. */
const [LOWEST, HIGHEST] = [-12, 2];

/** What the numbers of `curveBag` count: "-12" to "1", and "2+". */
export const curveBagNames: readonly string[] = Array.from({ length: HIGHEST - LOWEST + 1 }, (_, k) => {
  const value = LOWEST + k;
  return value === HIGHEST ? `${value}+` : String(value);
});

/** How many curves of each self-intersection there are, -12 to 2 and above: all that is left without their order. */
export function curveBag(selfIntersections: readonly number[]): number[] {
  const counts = new Array<number>(curveBagNames.length).fill(0);
  for (const s of selfIntersections) counts[Math.min(HIGHEST, Math.max(LOWEST, s)) - LOWEST]!++;
  return counts;
}
