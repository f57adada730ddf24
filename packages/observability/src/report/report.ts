import { adviceOf } from './advice.js';
import { gapOf, type Known } from './gap.js';
import { reportPage } from './report-page.js';
import type { Run } from './run.js';
import { stageHeadings, stagesTable } from './stages-table.js';
import { numbersOf, outcomeOf } from './summary.js';
import { termsTable } from './terms-table.js';

/**
 * The report of a run: one HTML file that needs no network and runs no script. Every text of the run's files is shown as text.
 *
 * @param known what somebody who can build the system knows beyond the files
 *
 * @example
 * writeFileSync('report.html', await reportOf(await openRun('results')));
 */
export function reportOf(run: Run, known: Known = {}): Promise<string> {
  return reportPage(run, {
    outcome: outcomeOf(run),
    numbers: numbersOf(run, known, gapOf(run, known)),
    advice: adviceOf(run),
    healthy: 'Nothing: it converged without warnings or refused steps, all weights at their base.',
    tables: [
      {
        title: 'Stages',
        headings: stageHeadings,
        rows: stagesTable(run.rows),
        note: 'Unit energies are those after the first and the last step of a stage.',
      },
      {
        title: 'Terms',
        headings: ['term', 'energy', 'at end', 'gradient norm', 'at end', 'weight', 'at end'],
        rows: termsTable(run.rows),
        note: 'Energies and norms are weighted; the first of each pair is after the first step.',
      },
    ],
    madeFrom: 'Scenario',
  });
}
