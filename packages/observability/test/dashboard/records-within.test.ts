import { expect, test } from 'vitest';
import { recordsWithin } from '../../src/dashboard/records-within.js';
import { kindOf } from '../../src/table/kind.js';
import { csvLine } from '../../src/writers/csv-text.js';

const rows = Array.from({ length: 12 }, (_, k) => ({
  a: k,
  b: k % 3 === 0 ? 'one\n"two", 1\n,,\n3' : 'plain',
  c: k / 2,
}));

test.each([
  ['t.csv', rows.map((row) => csvLine(row, ['a', 'b', 'c']))],
  ['t.jsonl', rows.map((row) => `${JSON.stringify(row)}\n`)],
] as const)('wherever a %s is cut, whole records are found and nothing else', (name, records) => {
  const bytes = Buffer.from(records.join(''));
  const begins = records.map((_, k) => records.slice(k).join('').length);
  for (let cut = 1; cut < bytes.length - 1; cut++) {
    const left = bytes.length - cut;
    const expected = begins.find((length) => length < left) ?? 0;
    const whole = bytes.subarray(bytes.length - expected).toString();
    for (const more of ['', '13,"not yet\n']) {
      if (more !== '' && name === 't.jsonl') continue; // a line break ends a record there
      const cutOut = Buffer.concat([bytes.subarray(cut), Buffer.from(more)]);
      expect([cut, recordsWithin(cutOut, kindOf(name), 3).toString()]).toEqual([cut, whole]);
    }
  }
});
