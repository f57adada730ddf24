import { availableFigures } from '../figures/figures.js';
import { svgOf } from '../render/svg-of.js';
import { factsOf } from './facts.js';
import { Html } from './html.js';
import { type Contents, pageOf } from './page.js';
import type { Run } from './run.js';

/** Longest source that a report shows, in characters. */
const LONGEST = 20_000;

/** What a report says of a run of any kind, beyond its facts and figures. */
export interface ReportParts extends Pick<Contents, 'outcome' | 'numbers' | 'advice' | 'healthy' | 'tables'> {
  /** What the run was made from: "Scenario". */
  readonly madeFrom: string;
}

/**
 * A report as one HTML file that needs no network and runs no script: what was found, the facts of run.json, all figures that the rows
 * allow. Every text is shown as text.
 *
 * @example
 * await reportPage(run, { outcome, numbers: [], advice: [], healthy: 'Nothing.', tables: [], madeFrom: 'Configuration' });
 */
export async function reportPage(run: Run, { madeFrom, ...parts }: ReportParts): Promise<string> {
  const drawn = availableFigures(run.rows).map(async (figure) => ({
    title: figure.title,
    svg: new Html(await svgOf(figure.spec(run.rows), { background: null, ids: `${figure.name}-` })),
  }));
  return pageOf({
    ...parts,
    name: run.name,
    facts: factsOf(run),
    figures: await Promise.all(drawn),
    source: sourceOf(run, madeFrom),
  });
}

function sourceOf({ identity }: Run, title: string): Contents['source'] {
  const tree = identity?.scenario.tree ?? null;
  if (tree === null) return null;
  const text = JSON.stringify(tree, null, 2);
  return {
    title,
    text: text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}\n… (${text.length} characters in all)`,
  };
}
