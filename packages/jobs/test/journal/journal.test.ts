import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openJournal } from '../../src/journal/journal.js';
import { folder } from '../support/folder.js';

const fresh = () => join(folder(), 'new', 'results.jsonl');

test('what was added is there when the journal is opened again', () => {
  const path = fresh();
  const first = openJournal(path);
  first.add('one', { x: 0.1 });
  first.add('two', [1, null]);
  first.close();
  const second = openJournal(path);
  expect([...second.results]).toEqual([
    ['one', { x: 0.1 }],
    ['two', [1, null]],
  ]);
  second.close();
});

test('a line that the process died in goes, and all before it stays', () => {
  const path = fresh();
  const first = openJournal(path);
  first.add('ünder way', 1);
  first.close();
  const whole = readFileSync(path, 'utf8');
  appendFileSync(path, '{"key":"two","res');
  const second = openJournal(path);
  expect([...second.results.keys()]).toEqual(['ünder way']);
  second.add('two', 2);
  second.close();
  expect(readFileSync(path, 'utf8')).toBe(`${whole}{"key":"two","result":2}\n`);
});

test('a file that is no journal is refused and left as it is', () => {
  const path = join(folder({ 'results.jsonl': 'my notes\n' }), 'results.jsonl');
  expect(() => openJournal(path)).toThrow(/INPUT_INVALID: not a result \(at .*results\.jsonl, line 1\)/);
  expect(readFileSync(path, 'utf8')).toBe('my notes\n');
});

test('a folder that cannot be used is INPUT_INVALID', () => {
  const file = join(folder(), 'taken');
  writeFileSync(file, '');
  expect(() => openJournal(join(file, 'results.jsonl'))).toThrow('INPUT_INVALID: the folder cannot be used');
});
