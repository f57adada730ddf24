import type { MeasureName } from '@cfc/modules-gating';
import type { Conclusion } from '../experiment.js';
import type { Findings } from './findings.js';
import { strategies } from './strategies.js';
import { countText, measureText } from './text.js';

const meanings: Readonly<Record<MeasureName, string>> = {
  passGap: 'largest gap of pass rates',
  explained: 'explained by the blueprint (η²)',
  usefulGap: 'largest gap among useful seeds',
  explainedBeyondGain: 'explained beyond the gain',
  agreement: 'rank correlation with the gain',
};

/** A column for each gate: pass rates of the blueprints, those of useful seeds after them, and the biases. */
export function biasTable({ reports, sizes }: Findings): Conclusion['table'] {
  const rates = [...sizes].map(([name, parameters]) => {
    const cells = strategies.map((strategy) => {
      const { rate, useful, ...bounds } = reports[strategy].blueprints.find(({ blueprint }) => blueprint === name)!;
      return `${measureText({ value: rate, ...bounds })}; ${countText(useful!)}`;
    });
    return [`${name} passes; of useful ones`, String(parameters), ...cells];
  });
  const biases = (Object.keys(meanings) as MeasureName[]).map((name) => [
    meanings[name],
    '',
    ...strategies.map((strategy) => measureText(reports[strategy].measures[name]!)),
  ]);
  return { headings: ['', 'parameters', ...strategies], rows: [...rates, ...biases] };
}
