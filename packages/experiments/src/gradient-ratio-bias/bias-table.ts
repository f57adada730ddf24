import type { Conclusion } from '../experiment.js';
import type { Findings } from './findings.js';
import { strategies } from './strategies.js';
import { countText, measureText, short } from './text.js';

/** A row for each gate: pass rates of the blueprints, those of useful seeds in brackets, and the biases. */
export function biasTable({ reports, all }: Findings): Conclusion['table'] {
  const blueprints = [...new Set(all.map(({ blueprint }) => blueprint))];
  const rows = strategies.map((strategy) => {
    const { blueprints: rates, measures } = reports[strategy];
    const biases = [measures.passGap!, measures.explained!, measures.usefulGap!, measures.explainedBeyondGain!];
    const cells = blueprints.map((name) => {
      const { rate, low, high, useful } = rates.find(({ blueprint }) => blueprint === name)!;
      return `${short(rate)} [${short(low)}, ${short(high)}]; useful ${countText(useful!)}`;
    });
    return [strategy, ...cells, ...[...biases, measures.agreement!].map(measureText)];
  });
  const headings = ['gap of rates', 'explained (η²)', 'gap, useful', 'explained beyond gain', 'correlation with gain'];
  return { headings: ['gate', ...blueprints, ...headings], rows };
}
