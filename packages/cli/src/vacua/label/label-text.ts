import { stabilities } from '@cfc/vacua';
import { table } from '../../text/table.js';
import type { LabelDocument } from './label-document.js';

/** What people are shown of labels. */
export function labelText({ dataset, labels, samples, hash, classes }: LabelDocument): string {
  const share = (count: number) => `${((100 * count) / labels).toFixed(2)} %`;
  const rows = stabilities.map((name) => [name, String(classes[name]), share(classes[name])]);
  return [
    `${labels} labels of ${dataset}, ${samples} draws each`,
    `Configuration ${hash}`,
    '',
    table(['class', 'labels', 'share'], rows, [1, 2]),
  ].join('\n');
}

/** "3210 of 270659 labels, 3100/s, 1 min 26 s left". */
export function labelProgress(done: number, all: number, rate: number): string {
  const seconds = Math.ceil((all - done) / rate);
  const left = seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${done} of ${all} labels, ${Math.round(rate)}/s, ${left} left`;
}
