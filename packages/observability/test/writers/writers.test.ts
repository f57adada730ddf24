import { appendFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvParse } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CfcError } from '@cfc/core';
import { csvWriter, guarded, jsonLinesWriter, readTable } from '../../src/node.js';
import type { Row } from '../../src/index.js';
import { all, folder } from '../helpers/folder.js';

const textOf = (path: string): string => readFileSync(path, 'utf8');
const writers = { 'table.csv': csvWriter, 'table.jsonl': jsonLinesWriter } as const;
const kinds = Object.entries(writers);

describe('CSV', () => {
  test('is quoted after RFC 4180, null is empty, and another parser reads it', () => {
    const path = join(folder(), 'table.csv');
    const writer = csvWriter(path);
    writer({ step: 1, 'a,b': 'one, "two"\nthree', none: null, on: true });
    writer({ step: 2, 'a,b': 'plain', none: 0.1, on: false });
    writer.close();
    expect(textOf(path)).toBe('step,"a,b",none,on\n1,"one, ""two""\nthree",,true\n2,plain,0.1,false\n');
    expect([...csvParse(textOf(path))]).toEqual([
      { step: '1', 'a,b': 'one, "two"\nthree', none: '', on: 'true' },
      { step: '2', 'a,b': 'plain', none: '0.1', on: 'false' },
    ]);
  });

  test('a new column begins a further file with the longer heading, and the parts read as one table', async () => {
    const path = join(folder(), 'table.csv');
    const writer = csvWriter(path);
    writer({ a: 1 });
    writer({ a: 2, b: 3 });
    writer({ b: 4 });
    writer({ c: 5, a: 6 });
    writer.close();
    const parts = ['table.csv', 'table.2.csv', 'table.3.csv'].map((name) => textOf(path.replace('table.csv', name)));
    expect(parts).toEqual(['a\n1\n', 'a,b\n2,3\n,4\n', 'a,b,c\n6,,5\n']);
    expect(await all(readTable(path))).toEqual([{ a: 1 }, { a: 2, b: 3 }, { a: null, b: 4 }, { a: 6, b: null, c: 5 }]);
  });

  test('a table of several parts is gone on with in the last one', () => {
    const path = join(folder(), 'table.csv');
    for (const rows of [[{ a: 1 }, { b: 2 }], [{ a: 3 }], [{ b: 4, c: 5 }]]) {
      const writer = csvWriter(path);
      rows.forEach((row) => writer(row));
      writer.close();
    }
    expect(textOf(path.replace('table', 'table.2'))).toBe('a,b\n,2\n3,\n');
    expect(textOf(path.replace('table', 'table.3'))).toBe('a,b,c\n,4,5\n');
  });

  test('a part that was cut off inside of its heading gets it anew', () => {
    const path = join(folder(), 'table.csv');
    writeFileSync(path, 'a,b\n1,2\n');
    writeFileSync(path.replace('table', 'table.2'), 'a,b,"c');
    const writer = csvWriter(path);
    writer({ c: 3 });
    writer.close();
    expect(textOf(path.replace('table', 'table.2'))).toBe('a,b,c\n,,3\n');
  });

  test('a record that was cut off inside of a quoted line break is dropped as a whole', () => {
    const path = join(folder(), 'table.csv');
    writeFileSync(path, 'a,b\n1,"x\ny"\n2,"x\n');
    const writer = csvWriter(path);
    writer({ a: 3, b: 'z' });
    writer.close();
    expect(textOf(path)).toBe('a,b\n1,"x\ny"\n3,z\n');
  });
});

const cell = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
  fc.boolean(),
  fc.constant(null),
  fc.string({ unit: fc.constantFrom('x', '"', ',', '\n', '\r', 'ü', '😀', "'") }).map((text) => `t${text}`),
);
const rows = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c"', 'd,', 'é\n'), cell, { minKeys: 1 }), {
  minLength: 1,
});

describe.each(kinds)('%s', (name, writerTo) => {
  test('any rows come back, through any number of reopenings after any cut', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(), fc.nat(), async (table, where, cut) => {
        const path = join(folder(), name);
        const half = where % table.length;
        const write = (some: readonly Row[]) => {
          const writer = writerTo(path);
          some.forEach((row) => writer(row));
          writer.close();
        };
        write(table.slice(0, half));
        const before = existsSync(path) ? await all(readTable(path)) : [];
        appendFileSync(path, '"half,\n"'.slice(0, cut % 6)); // a record without its end
        write(table.slice(half));
        const read = await all(readTable(path));
        expect(before).toEqual(read.slice(0, half));
        const filled = read.map((row, k) =>
          Object.fromEntries(Object.keys(row).map((key) => [key, table[k]![key] ?? null])),
        );
        expect(read).toEqual(filled);
        expect(read.length).toBe(table.length);
        table.forEach((row, k) => expect(Object.keys(read[k]!)).toEqual(expect.arrayContaining(Object.keys(row))));
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  test('a full disk is one clear error at the flush, told once by a guarded writer', () => {
    const path = join(folder(), name);
    symlinkSync('/dev/full', path);
    const writer = writerTo(path);
    writer({ a: 1 });
    expect(() => writer.flush()).toThrow(`WRITE_FAILED: the file cannot be written: ENOSPC`);
    expect(() => writer.close()).toThrow(path);

    const told: CfcError[] = [];
    const safe = guarded(writerTo(path), (error) => told.push(error));
    for (let k = 0; k < 100_000; k++) safe({ a: k, b: 'some text', c: 0.123456789 });
    safe.flush();
    safe.flush();
    safe.close();
    expect(told.map(({ code }) => code)).toEqual(['WRITE_FAILED']);
  });

  test('a place that may not be written to is one clear error at once', () => {
    expect(() => writerTo(join('/proc', name))).toThrow(/^WRITE_FAILED: .* \(at \/proc\/table\..*\)/);
    const root = folder();
    mkdirSync(join(root, name));
    expect(() => writerTo(join(root, name))).toThrow('WRITE_FAILED');
  });

  test('a row is on the disk after the flush, and not before', () => {
    const path = join(folder(), name);
    const writer = writerTo(path);
    writer({ a: 1 });
    expect(textOf(path)).toBe('');
    writer.flush();
    const text = textOf(path);
    expect(text).toContain('1');
    writer.close();
    expect(textOf(path)).toBe(text);
    truncateSync(path, text.length - 1);
    writerTo(path).close();
    expect(textOf(path).endsWith('1')).toBe(false);
  });
});
