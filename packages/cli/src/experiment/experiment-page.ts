import type { ExperimentDocument } from './experiment-document.js';

/** The page of an experiment in Markdown, beside its figure `<name>.svg`. */
export function experimentPage(document: ExperimentDocument): string {
  const { name, title, question, scope, claims, table } = document;
  const verdicts = claims.map(({ expected, seen, verdict }) => [expected, seen, verdict]);
  const command = `cfc experiment ${name}${scope === 'quick' ? ' --quick' : ''}`;
  return [
    `# ${title}`,
    question,
    `![${title}](${name}.svg)`,
    markdownTable(['expected', 'seen', 'verdict'], verdicts),
    markdownTable(table.headings, table.rows),
    `Made by \`${command} --out DIR\`; it writes every observation to \`${name}.csv\` too. Brackets hold 95% confidence intervals over seeds.\n`,
  ].join('\n\n');
}

function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return [headings, headings.map(() => '---'), ...rows].map(markdownRow).join('\n');
}

/** A bar inside a cell would end it. */
const markdownRow = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
