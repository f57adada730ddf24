type Point = { readonly gap: number; readonly accuracy: number };

const [WIDTH, HEIGHT] = [640, 340];

/** Accuracy over gap, of the sweep and of the one run with the constraint. */
export function picture(sweep: readonly Point[], dual: Point, limit: number): string {
  const widest = 1.05 * Math.max(...sweep.map(({ gap }) => gap));
  const x = (gap: number): number => 60 + ((WIDTH - 90) * gap) / widest;
  const y = (accuracy: number): number => 30 + (HEIGHT - 80) * 2 * (1 - accuracy);
  const mark = ({ gap, accuracy }: Point): string => `<circle cx="${x(gap)}" cy="${y(accuracy)}" r="5"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
<path d="M60 30V${y(0.5)}H${WIDTH - 30}M${x(limit)} 30V${y(0.5)}" fill="none" stroke="#9aa3ad"/>
${[0.5, 0.75, 1].map((value) => `<text x="52" y="${y(value) + 5}" text-anchor="end">${value}</text>`).join('')}
<text x="12" y="18">accuracy</text><text x="${x(limit) + 6}" y="44">limit ${limit}</text>
<text x="${WIDTH - 30}" y="${HEIGHT - 14}" text-anchor="end">gap of the mean scores, 0 to ${widest.toFixed(1)}</text>
<g fill="#0072b2">${sweep.map(mark).join('')}<text x="390" y="200">one run for each penalty weight</text></g>
<g fill="#d55e00">${mark(dual)}<text x="390" y="222">one run with the constraint</text></g>
</svg>\n`;
}
