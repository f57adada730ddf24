import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GradientRecord, readRecords, writeRecords } from '../../src/index.js';
import { layer } from './layers.js';

const record: GradientRecord = {
  run: 'a',
  step: 3,
  blueprint: 'mlp',
  seed: [layer('linear', 4, 1, 2)],
  host: [layer('linear', 9, 3, 4)],
  gain: -0.25,
};

test('records survive being written and read, to the bit', () => {
  const value = fc.oneof(fc.double({ min: 0 }), fc.constantFrom(NaN, Infinity, 5e-324));
  const layers = fc.array(
    fc.record({ type: fc.constantFrom('linear', 'norm'), count: value, norm: value, sumAbs: value }),
  );
  const whole = fc.record(
    {
      run: fc.string({ minLength: 1 }),
      step: fc.integer(),
      blueprint: fc.string({ minLength: 1 }),
      seed: layers,
      host: layers,
      gain: fc.double({ noDefaultInfinity: true, noNaN: true }).map((x) => x + 0),
    },
    { requiredKeys: ['step', 'blueprint', 'seed', 'host'] },
  );
  fc.assert(
    fc.property(fc.array(whole), (records) => {
      expect(readRecords(writeRecords(records))).toEqual(records.map((one) => ({ ...one })));
    }),
    { seed: 1 },
  );
});

test('one record is one line; empty lines and other fields are passed over', () => {
  expect(writeRecords([record, record]).split('\n')).toHaveLength(3);
  const text = `\n${JSON.stringify({ ...record, note: 'x' })}\r\n  \n`;
  expect(readRecords(text)).toEqual([record]);
  expect(readRecords('')).toEqual([]);
});

test.each([
  ['{', 'is no JSON (at line 2). Give one JSON object'],
  ['7', 'is 7 (at line 2)'],
  ['[]', 'is a list of 0 (at line 2)'],
  [{ ...record, step: 1.5 }, 'is 1.5 (at line 2, step)'],
  [{ ...record, blueprint: '' }, 'is "" (at line 2, blueprint)'],
  [{ ...record, run: 4 }, 'is 4 (at line 2, run)'],
  [{ ...record, gain: 'high' }, 'is "high" (at line 2, gain)'],
  [{ ...record, seed: undefined }, 'is undefined (at line 2, seed)'],
  [{ ...record, host: [record.host[0], null] }, 'is null (at line 2, host[1])'],
  [{ ...record, seed: [{ ...record.seed[0], norm: null }] }, 'is null (at line 2, seed[0].norm)'],
  [{ ...record, seed: [{ ...record.seed[0], type: 1 }] }, 'is 1 (at line 2, seed[0].type)'],
])('a line that is no record is named: %#', (line, message) => {
  const text = `${JSON.stringify(record)}\n${typeof line === 'string' ? line : JSON.stringify(line)}\n`;
  expect(() => readRecords(text)).toThrow(`INPUT_INVALID: ${message}`);
});
