import { open } from 'node:fs/promises';
import type { Table } from '@cfc/observability/node';
import type { Label } from '@cfc/vacua';

type Row = Readonly<Record<string, string | number>>;

const CHUNK = 1 << 20;
const DRAWS = Buffer.from(',"draws":');

/** A row for each label of a file of JSON lines: id, number of fields, class, share of each class. The draws are passed over unread. */
export function labelRows(path: string): Table {
  return {
    async *[Symbol.asyncIterator]() {
      const file = await open(path);
      try {
        let rest: Buffer = Buffer.alloc(0);
        for (;;) {
          const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK);
          if (bytesRead === 0) return;
          rest = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
          let start = 0;
          for (let end; (end = rest.indexOf(10, start)) >= 0; start = end + 1) yield rowOf(rest.subarray(start, end));
          rest = rest.subarray(start);
        }
      } finally {
        await file.close();
      }
    },
  };
}

function rowOf(line: Buffer): Row {
  const head = line.toString('utf8', 0, line.indexOf(DRAWS));
  const { dataset, id, moduli, stability, shares } = JSON.parse(`${head}}`) as Omit<Label, 'draws'>;
  return { dataset, id, moduli, stability, ...shares };
}
