import { expect, test } from 'vitest';
import { index, questions, sections } from '../src/documents.js';
import { fixed } from '../src/measure.js';
import { plan } from '../src/plan.js';

const hit = (page: string, heading: string, score: number) => ({ page, id: `${page}#${heading}`, score });
const cards = [hit('a', 'one', 10), hit('b', 'two', 8), hit('a', 'three', 6)];
const setting = { cost: 0.1, content: 0.5, tie: 0.5 };

test('sections of the documentation have ids of their own, and most questions find theirs', () => {
  const all = sections();
  expect(all.length).toBeGreaterThan(100);
  const { asked, gone } = questions(all);
  expect(asked.length).toBeGreaterThan(3 * gone.length);
});

test('a heading inside a block of code is no heading', () => {
  expect(sections().some(({ id }) => id.includes('yaml-language-server'))).toBe(false);
});

test('an index finds a section by its heading', () => {
  const [first] = index(sections(), 'cards')('Terms as constraints');
  expect(first!.id).toBe('packages/dual/README.md#Terms as constraints');
});

test('nothing is retrieved that costs more than it can bring, everything where it costs nothing', () => {
  const nothing = new Map<string, number>();
  expect(plan({ cards, evidence: nothing }, { ...setting, cost: 1 })).toEqual([]);
  expect(plan({ cards, evidence: nothing }, { cost: 0, content: 0, tie: 0 })).toHaveLength(3);
});

test('evidence that is found ends the search', () => {
  expect(plan({ cards, evidence: new Map([['a#one', 1000]]) }, { ...setting, tie: 0 })).toEqual(['a#one']);
});

test('what a section turns out to say changes which is retrieved next', () => {
  const near = [hit('a', 'one', 10), hit('b', 'two', 8), hit('a', 'three', 7.8)];
  const given = { cost: 0.05, content: 0, tie: 2 };
  expect(plan({ cards: near, evidence: new Map([['a#one', 40]]) }, given)[1]).toBe('a#three');
  expect(plan({ cards: near, evidence: new Map() }, given)[1]).toBe('b#two');
});

test('fixed top-k is read between whole numbers', () => {
  expect(fixed([0, 1, -1, 5], 1.5)).toBeCloseTo(0.375, 12);
});
