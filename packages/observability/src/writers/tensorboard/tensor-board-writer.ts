import { closeSync, fdatasyncSync, fstatSync, openSync, writeSync } from 'node:fs';
import type { Row } from '../../table/row.js';
import { type Writer, writerOf } from '../writer.js';
import { writing } from '../write-failed.js';
import { scalarEvent, type Scalar, versionEvent } from './event.js';
import { record } from './record.js';

/** How events are dated. */
export interface TensorBoardOptions {
  /** Seconds since 1970 of a row; the present by default. */
  readonly seconds?: (row: Row) => number;
}

const BUFFER = 1 << 20;

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
  const file = writing(path, () => openSync(path, 'w'));
  let bytes: Buffer = Buffer.alloc(0);
  let parts: Buffer[] = [];
  let held = 0;
  let row = 0;
  const put = (event: Buffer): void => {
    const part = record(event);
    parts.push(part);
    held += part.length;
  };
  const write = (): void => {
    bytes = Buffer.concat([bytes, ...parts]);
    parts = [];
    held = 0;
    while (bytes.length > 0) bytes = bytes.subarray(writeSync(file, bytes));
  };
  const flush = (): void =>
    writing(path, () => {
      write();
      if (fstatSync(file).isFile()) fdatasyncSync(file);
    });
  const sink = (next: Row): void => {
    if (row++ === 0) put(versionEvent(seconds(next)));
    const step = next['step'];
    put(scalarEvent(seconds(next), typeof step === 'number' ? step : row, scalarsOf(next)));
    if (held >= BUFFER) writing(path, write);
  };
  const close = (): void => {
    try {
      flush();
    } finally {
      closeSync(file);
    }
  };
  return writerOf(sink, { flush, close });
}

function scalarsOf(row: Row): readonly Scalar[] {
  return Object.entries(row).flatMap(([name, cell]): readonly Scalar[] =>
    name === 'step' || cell === null || typeof cell === 'string' ? [] : [[name.replaceAll(':', '/'), Number(cell)]],
  );
}
