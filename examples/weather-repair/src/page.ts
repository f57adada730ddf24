import { type Line, heads, methods } from './table.js';

/** What the report shows. Pictures are SVG. */
export interface Page {
  readonly headline: string;
  readonly lines: readonly Line[];
  readonly bars: string;
  readonly series: string;
  readonly seriesTitle: string;
  /** Sentences that follow the charts. */
  readonly notes: readonly string[];
}

const style = `
:root { color-scheme: light dark; --ink: #1d2126; --paper: #ffffff; --soft: #f1f3f5; --rule: #c9cfd6; }
@media (prefers-color-scheme: dark) { :root { --ink: #e3e6ea; --paper: #15181c; --soft: #20252b; --rule: #3b434d; } }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.1rem; margin: 2.25rem 0 .5rem; }
.lead { font-size: 1.15rem; margin: 0 0 1.5rem; }
.wide { overflow-x: auto; } /* on a phone, tables and charts scroll instead of shrinking */
svg { width: 100%; min-width: 54rem; max-width: 72rem; height: auto; display: block; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .75rem; text-align: right; } th:first-child { text-align: left; font-weight: normal; }
thead th { font-weight: normal; border-bottom: 1px solid var(--rule); }
thead tr:first-child th { text-align: center; font-weight: 600; border: 0; }
tbody tr:last-child > * { border-top: 1px solid var(--rule); font-weight: 600; }
td:nth-child(n + 4):nth-child(-n + 7) { background: var(--soft); }
`;

/** One HTML file that needs nothing else. */
export function pageOf({ headline, lines, bars, series, seriesTitle, notes }: Page): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Weather repair</title>
<style>${style}</style>
</head>
<body>
<h1>Repairing a weather record by energy</h1>
<p class="lead">${escaped(headline)}</p>
${wide(tableOf(lines))}
<h2>Error and detection</h2>
${wide(bars)}
<h2>${escaped(seriesTitle)}</h2>
${wide(series)}
<h2>How to read this</h2>
<ul>
${notes.map((note) => `<li>${escaped(note)}</li>`).join('\n')}
</ul>
</body>
</html>
`;
}

/** What may be wider than the screen; tabindex lets it be scrolled by the keyboard too. */
const wide = (content: string): string => `<div class="wide" tabindex="0">\n${content}\n</div>`;

function tableOf(lines: readonly Line[]): string {
  const first = heads.findIndex(({ group }) => group !== '');
  const size = heads.filter(({ group }) => group === methods[0]).length;
  const groups = methods.map((name) => `<th colspan="${size}" scope="colgroup">${name}</th>`).join('');
  const names = heads.map(({ name }) => `<th scope="col">${name}</th>`).join('');
  const body = lines.map(
    ({ name, cells }) => `<tr><th scope="row">${name}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  return `<table>
<thead>
<tr><th colspan="${first + 1}"></th>${groups}<th></th></tr>
<tr><th></th>${names}</tr>
</thead>
<tbody>
${body.join('\n')}
</tbody>
</table>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!);
}
