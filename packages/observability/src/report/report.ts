import { availableFigures } from '../figures/figures.js';
import { svgOf } from '../render/svg-of.js';
import { adviceOf } from './advice.js';
import { factsOf } from './facts.js';
import { gapOf, type Known } from './gap.js';
import { Html } from './html.js';
import { pageOf } from './page.js';
import type { Run } from './run.js';
import { stagesTable } from './stages-table.js';
import { numbersOf, outcomeOf } from './summary.js';
import { termsTable } from './terms-table.js';

/** Longest scenario that a report shows, in characters. */
const LONGEST = 20_000;

/**
 * The report of a run: one HTML file that needs no network and runs no script. Every text of the run's files is shown as text.
 *
 * @param known what somebody who can build the system knows beyond the files
 *
 * @example
 * writeFileSync('report.html', await reportOf(await openRun('results')));
 */
export async function reportOf(run: Run, known: Known = {}): Promise<string> {
  const drawn = availableFigures(run.rows).map(async (figure) => ({
    title: figure.title,
    svg: new Html(await svgOf(figure.spec(run.rows), { background: null, ids: `${figure.name}-` })),
  }));
  return pageOf({
    name: run.name,
    outcome: outcomeOf(run),
    numbers: numbersOf(run, known, gapOf(run, known)),
    advice: adviceOf(run),
    facts: factsOf(run),
    stages: stagesTable(run.rows),
    terms: termsTable(run.rows),
    figures: await Promise.all(drawn),
    scenario: scenarioOf(run),
  });
}

function scenarioOf({ identity }: Run): string | null {
  const tree = identity?.scenario.tree ?? null;
  if (tree === null) return null;
  const text = JSON.stringify(tree, null, 2);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}\n… (${text.length} characters in all)`;
}
