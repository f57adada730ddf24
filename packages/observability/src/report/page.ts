import type { Advice } from './advice.js';
import { type Content, Html, markup } from './html.js';
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
  readonly tables: readonly PageTable[];
  readonly figures: readonly { readonly title: string; readonly svg: Html }[];
  /** What it was made from, as text, or null. */
  readonly source: { readonly title: string; readonly text: string } | null;
  /** What is said where there is nothing to advise. */
  readonly healthy: string;
}

/** A table of a report, its first column to the left. */
export interface PageTable {
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly note: string;
  /** Whether the last column holds sentences. */
  readonly sentences?: boolean;
}

/** The policy of the page: its own styles and drawings, and nothing that runs or is fetched. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

/** One page of HTML, complete in itself. */
export function pageOf({ name, outcome, numbers, advice, facts, tables, figures, source, healthy }: Contents): string {
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
${section('What to look at', adviceList(advice, healthy))}
${section('What ran', markup`<dl class="facts">\n${facts.map(fact)}</dl>`)}
${tables.map((table) => (table.rows.length === 0 ? '' : section(table.title, tableOf(table))))}
${figures.length === 0 ? '' : section('Figures', figures.map(drawing))}
${source === null ? '' : section(source.title, details('As it was run', source.text))}
</main>
</body>
</html>
`.text;
}

const section = (title: string, content: Content): Html => markup`<section>\n<h2>${title}</h2>\n${content}</section>`;

const headline = ({ name, value, note }: Headline): Html =>
  markup`<div><dt>${name}</dt><dd>${value}<p>${note}</p></dd></div>\n`;

const fact = ([name, value]: readonly [string, string]): Html => markup`<dt>${name}</dt><dd>${value}</dd>\n`;

const adviceList = (advice: readonly Advice[], healthy: string): Html =>
  advice.length === 0 ? markup`<p>${healthy}</p>\n` : markup`<ul class="advice">\n${advice.map(remark)}</ul>\n`;

const remark = ({ what, todo }: Advice): Html => markup`<li><p>${what}</p><p class="soft">${todo}</p></li>\n`;

const tableOf = ({ title, headings, rows, note, sentences = false }: PageTable): Html =>
  markup`<div class="wide" tabindex="0" role="region" aria-label="${title}"><table${new Html(sentences ? ' class="sentences"' : '')}>
<thead><tr>${headings.map((heading) => markup`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => markup`<tr>${row.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table></div>
<p class="soft">${note}</p>
`;

const drawing = ({ title, svg }: { readonly title: string; readonly svg: Html }): Html =>
  markup`<figure tabindex="0" aria-label="${title}">${svg}</figure>\n`;

const details = (summary: string, text: string): Html =>
  markup`<details><summary>${summary}</summary><pre>${text}</pre></details>\n`;
