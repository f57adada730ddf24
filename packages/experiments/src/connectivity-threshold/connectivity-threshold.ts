import { defineExperiment } from '../experiment.js';
import { type Cell, type FoundRow, type GateRow, type ShiftRow, type ThresholdRow, cells } from './cells.js';
import { gateClaim, rareClaim, relaxationClaim, shiftClaim, thresholdClaim } from './claims.js';
import { figureOf } from './figure.js';
import { measureGates } from './measure-gates.js';
import { measureShift } from './measure-shift.js';
import { measureThreshold } from './measure-threshold.js';
import { resultTable } from './result-table.js';
import { shiftsOf } from './shifts.js';
import { thresholdLimits } from './threshold-limits.js';
import { waysOf } from './ways.js';

/** Bond percolation with shortcuts, and with gates that open them: what lowers the threshold, and what only seems to. */
export const connectivityThreshold = defineExperiment<Cell, FoundRow>({
  name: 'connectivity-threshold',
  title: 'Connectivity: shortcuts, gates and the percolation threshold',
  question:
    'A torus of L x L nodes whose bonds are open with probability p. Where does the largest component reach half of the nodes, alone, with sparse random shortcuts, and with shortcuts in 16 bundles that gates open where the measured fall of the connectivity\'s energy exceeds the cost? Every case has the same bonds under the same seed. "Threshold" is where η of the graph reaches 1/2, "relaxed η" where η does after a relaxation; "won" is the fall of the connectivity\'s energy by what was opened, less 0.05 for each bundle.',
  cells,
  measure(cell) {
    if (cell.part === 'threshold') return measureThreshold(cell);
    return cell.part === 'shift' ? measureShift(cell) : measureGates(cell);
  },
  conclude(rows) {
    const limits = thresholdLimits(rows.filter((row): row is ThresholdRow => row.part === 'threshold'));
    const shifts = shiftsOf(rows.filter((row): row is ShiftRow => row.part === 'shift'));
    const ways = waysOf(rows.filter((row): row is GateRow => row.part === 'gates'));
    return {
      claims: [thresholdClaim(limits), shiftClaim(shifts), gateClaim(ways), rareClaim(ways), relaxationClaim(ways)],
      table: resultTable(limits, shifts, ways),
      figure: figureOf(limits, shifts, ways),
    };
  },
});
