import type { Row } from '../../table/row.js';
import { openAppend } from '../append-file.js';
import { type Writer, writerOf } from '../writer.js';
import { scalarEvent, type Scalar, versionEvent } from './event.js';
import { record } from './record.js';

/** How events are dated. */
export interface TensorBoardOptions {
  /** Seconds since 1970 of a row; the present by default. */
  readonly seconds?: (row: Row) => number;
}

/**
 * An event file of TensorBoard: a scalar for every number and truth value of a row, `energy:local:A` by the tag `energy/local/A`,
 * at the step of its column `step`. TensorBoard looks for files with "tfevents" in their names; numbers become float32 there.
 *
 * Always a new file. Throws `WRITE_FAILED`.
 *
 * @example
 * const events = tensorBoardWriter('results/trace.tfevents');
 */
export function tensorBoardWriter(
  path: string,
  { seconds = () => Date.now() / 1000 }: TensorBoardOptions = {},
): Writer {
  const { append, flush, close } = openAppend(path, 0);
  let row = 0;
  const sink = (next: Row): void => {
    if (row++ === 0) append(record(versionEvent(seconds(next))));
    const step = next['step'];
    append(record(scalarEvent(seconds(next), typeof step === 'number' ? step : row, scalarsOf(next))));
  };
  return writerOf(sink, { flush, close });
}

function scalarsOf(row: Row): readonly Scalar[] {
  return Object.entries(row).flatMap(([name, cell]): readonly Scalar[] =>
    name === 'step' || cell === null || typeof cell === 'string' ? [] : [[name.replaceAll(':', '/'), Number(cell)]],
  );
}
