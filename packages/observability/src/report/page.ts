import type { Advice } from './advice.js';
import { type Content, Html, markup } from './html.js';
import { stageHeadings } from './stages-table.js';
import { style } from './style.js';
import type { Headline } from './summary.js';

/** All that a report shows. */
export interface Contents {
  readonly name: string;
  readonly outcome: string;
  readonly numbers: readonly Headline[];
  readonly advice: readonly Advice[];
  /** What ran: names and values. */
  readonly facts: readonly (readonly [string, string])[];
  readonly stages: readonly (readonly string[])[];
  readonly terms: readonly (readonly string[])[];
  readonly figures: readonly { readonly title: string; readonly svg: Html }[];
  /** The scenario as text, or null. */
  readonly scenario: string | null;
}

/** The policy of the page: its own styles and drawings, and nothing that runs or is fetched. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

/** One page of HTML, complete in itself. */
export function pageOf({ name, outcome, numbers, advice, facts, stages, terms, figures, scenario }: Contents): string {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${name}: report of a run</title>
<style>${new Html(style)}</style>
</head>
<body>
<main>
<h1>${name}</h1>
<p class="outcome">${outcome}</p>
<dl class="numbers">
${numbers.map(headline)}</dl>
${section('What to look at', adviceList(advice))}
${section('What ran', markup`<dl class="facts">\n${facts.map(fact)}</dl>`)}
${stages.length === 0 ? '' : section('Stages', table('Stages', stageHeadings, stages))}
${terms.length === 0 ? '' : section('Terms', [table('Terms', termHeadings, terms), remarkOnTerms])}
${figures.length === 0 ? '' : section('Figures', figures.map(drawing))}
${scenario === null ? '' : section('Scenario', details('The scenario as it was run', scenario))}
</main>
</body>
</html>
`.text;
}

const section = (title: string, content: Content): Html => markup`<section>\n<h2>${title}</h2>\n${content}</section>`;

const headline = ({ name, value, note }: Headline): Html =>
  markup`<div><dt>${name}</dt><dd>${value}<p>${note}</p></dd></div>\n`;

const fact = ([name, value]: readonly [string, string]): Html => markup`<dt>${name}</dt><dd>${value}</dd>\n`;

const adviceList = (advice: readonly Advice[]): Html =>
  advice.length === 0
    ? markup`<p>Nothing: it converged without warnings or refused steps, all weights at their base.</p>\n`
    : markup`<ul class="advice">\n${advice.map(remark)}</ul>\n`;

const remark = ({ what, todo }: Advice): Html => markup`<li><p>${what}</p><p class="soft">${todo}</p></li>\n`;

const termHeadings = ['term', 'energy', 'at end', 'gradient norm', 'at end', 'weight', 'at end'];

const remarkOnTerms = markup`<p class="soft">Energies and norms are weighted; the first of each pair is after the first step.</p>\n`;

const table = (name: string, headings: readonly string[], rows: readonly (readonly string[])[]): Html =>
  markup`<div class="wide" tabindex="0" role="region" aria-label="${name}"><table>
<thead><tr>${headings.map((heading) => markup`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => markup`<tr>${row.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table></div>
`;

const drawing = ({ title, svg }: { readonly title: string; readonly svg: Html }): Html =>
  markup`<figure tabindex="0" aria-label="${title}">${svg}</figure>\n`;

const details = (summary: string, text: string): Html =>
  markup`<details><summary>${summary}</summary><pre>${text}</pre></details>\n`;
