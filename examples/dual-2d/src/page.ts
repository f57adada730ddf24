import { type Pair, type Run, solution, wish } from './solve.js';

const [WIDTH, HEIGHT, UNIT] = [720, 480, 190];
const at = ([x, y]: Pair): string =>
  `${(60 + UNIT * (x + 0.15)).toFixed(1)},${(HEIGHT - 60 - UNIT * (y + 0.15)).toFixed(1)}`;
const colours = ['#0072b2', '#009e73', '#d55e00', '#cc79a7', '#e69f00', '#56b4e9'];

const dot = (point: Pair, text: string): string => {
  const [x, y] = at(point).split(',');
  return `<circle cx="${x}" cy="${y}" r="4"/><text x="${Number(x) + 8}" y="${Number(y) - 8}">${text}</text>`;
};

/** Trajectories of all runs over the feasible region and circles of equal loss, as SVG. */
export function picture(runs: Readonly<Record<string, Run>>): string {
  const region = (
    [
      [-0.15, -0.15],
      [1, -0.15],
      [1, 0.5],
      [-0.15, 1.65],
    ] as const
  )
    .map(at)
    .join(' ');
  const [cx, cy] = at(wish).split(',');
  const circles = [0.5, Math.hypot(1, 0.5), 1.75].map(
    (r) => `<circle cx="${cx}" cy="${cy}" r="${r * UNIT}" fill="none" stroke="#9aa3ad" stroke-dasharray="3 4"/>`,
  );
  const paths = Object.entries(runs).map(
    ([name, { path }], k) =>
      `<polyline points="${path.map(at).join(' ')}" fill="none" stroke="${colours[k]}" stroke-width="1.5"/>` +
      `<text x="600" y="${330 + 20 * k}" fill="${colours[k]}">${name}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Trajectories of all methods" font-family="system-ui, sans-serif" font-size="14">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/><polygon points="${region}" fill="#e8f1ea"/>
${circles.join('\n')}\n${paths.reverse().join('\n')}
${dot(wish, '(2, 1): least loss, start')}${dot(solution.x, 'x* = (1, 0.5)')}
</svg>`;
}

/** One HTML file that needs nothing else. */
export const pageOf = (svg: string, table: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Dual ascent in two dimensions</title>
<style>body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem } svg { width: 100% }</style></head>
<body><h1>Least ½|x − (2, 1)|² where x₁ ≤ 1 and x₁ + x₂ ≤ 1.5</h1>
<p>Shaded: where both constraints hold. Dashed: equal loss. Lines: 2,000 steps of each method from the least loss.</p>
${svg}<pre>${table.replaceAll('<', '&lt;')}</pre></body></html>
`;
