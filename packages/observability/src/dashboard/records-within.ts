import type { Kind } from '../table/kind.js';
import { firstRecord } from '../table/whole-records.js';

const NEWLINE = 10;
const FIELD = /(?:"[^"]*(?:""[^"]*)*"|[^",\r\n]*)(,|\r?\n)/y;

/**
 * The complete records of some bytes out of the middle of a file; empty where there are none. Those of CSV may begin inside of quotes: both is
 * tried, and what comes out well formed and with as many fields as the heading counts, the longer of two.
 */
export function recordsWithin(bytes: Buffer, { headed, whole }: Kind, fields: number): Buffer {
  let found = bytes.subarray(0, 0);
  for (const quoted of headed ? [false, true] : [false]) {
    const begin = headed ? firstRecord(bytes, quoted) : bytes.indexOf(NEWLINE) + 1;
    const behind = bytes.subarray(begin);
    const records = behind.subarray(0, whole(behind));
    const better = begin > 0 && records.length > found.length;
    if (better && (!headed || fits(records.toString(), fields))) found = records;
  }
  return found;
}

function fits(text: string, wanted: number): boolean {
  let fields = 0;
  for (FIELD.lastIndex = 0; FIELD.lastIndex < text.length;) {
    const end = FIELD.exec(text)?.[1];
    fields++;
    if (end === undefined || (end !== ',' && fields !== wanted)) return false;
    if (end !== ',') fields = 0;
  }
  return true;
}
