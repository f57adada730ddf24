import { writeRecords } from '@cfc/modules-gating';
import { defineExperiment } from '../experiment.js';
import { biasClaims } from './bias-claims.js';
import { biasFigure } from './bias-figure.js';
import { biasTable } from './bias-table.js';
import { type Found, findingsOf } from './findings.js';
import { fixClaims } from './fix-claims.js';
import type { HostName } from './hosts.js';
import { lives } from './lifecycle.js';

interface Cell {
  readonly seed: number;
  readonly host: HostName;
  /** Steps that a seed learns for once it is grafted. */
  readonly grafted: number;
}

/** Seeds of seven blueprints in two small hosts: whom the gradient-ratio gate prefers, and what the fixes change. */
export const gradientRatioBias = defineExperiment<Cell, Found>({
  name: 'gradient-ratio-bias',
  title: 'Gradient ratio: which seeds the gate prefers',
  question:
    'Does the gradient ratio prefer seeds by what they are rather than by what they are worth, and which remedy helps? Seeds (attention, perceptron and convolution, small and large; a normalisation) are incubated in small hosts that learn tasks of their own, then grafted and trained while the host is held. Their gradients in incubation are put before gates that differ in how they compare them; gates are set up on the runs of even seeds, so that half of these would pass, and judged on those of odd seeds. A fair gate lets equally useful seeds pass equally often, whatever their blueprint: usefulness is the gain, ln(loss of the host / loss with the seed), and a seed is useful whose gain is not below the median. In what follows, explained is the share of the variance of ln(ratio / threshold) that the blueprint explains; for its intervals a run is one trial.',
  cells(scope) {
    const [size, grafted] = scope === 'quick' ? [16, 50] : [80, 200];
    return Array.from({ length: size }, (_, k) => ({
      seed: k + 1,
      host: (k + 1) % 4 < 2 ? 'plain' : 'mixed',
      grafted,
    }));
  },
  measure: ({ seed, host, grafted }) =>
    lives(seed, host, grafted).flatMap(({ blueprint, parameters, records, gain }) =>
      records.map((record) => {
        return { seed, host, blueprint, parameters, step: record.step, gain, record: writeRecords([record]).trim() };
      }),
    ),
  conclude(rows) {
    const found = findingsOf(rows);
    return { claims: [...biasClaims(found), ...fixClaims(found)], table: biasTable(found), figure: biasFigure(found) };
  },
});
