import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findRepeatedKey } from '../../src/scenario/repeated-key.js';
import { cfc } from '../helpers/cfc.js';
import { folder } from '../helpers/folder.js';

/* JSON.parse takes the last of two values without a word; YAML refuses them. Both readers refuse them, with one error. */

const twice = `{
  "cfc": 1,
  "modules": { "a": { "use": "LandauModule", "start": 0.5, "start": 0.9 } }
}`;

test.each(['s.json', 's.yaml'])('a key that comes twice in %s is one error, with its place', async (name) => {
  expect(await cfc(['evaluate', name], folder({ [name]: twice }))).toEqual({
    code: 2,
    stdout: '',
    stderr: `INPUT_INVALID: the key "start" comes twice in one map (at ${name}, line 3, column 60). Leave one of them out.\n`,
  });
});

test('so is one in a configuration of multipliers', async () => {
  const text =
    '{ "losses": { "a": { "target": 0.1, "normalizer": "none" }, "a": { "target": 0.2, "normalizer": "none" } } }';
  const cwd = folder({ 'c.json': text, 'losses.csv': 'step,a\n1,0.5\n' });
  const { code, stderr } = await cfc(['dual', 'replay', 'c.json', 'losses.csv'], cwd);
  expect([code, stderr]).toEqual([
    2,
    'INPUT_INVALID: the key "a" comes twice in one map (at c.json, line 1, column 61). Leave one of them out.\n',
  ]);
});

test.each([
  ['in another map', '{"a":{"b":1},"c":{"b":2},"b":[{"b":3},{"b":4}]}'],
  ['as a value', '{"a":"a","b":"a"}'],
  ['inside of a text', String.raw`{"a":"{\"a\":1,\"a\":2}","b":"\\","c":"]:\"a\":"}`],
])('the same key %s is none', (_, text) => {
  expect(JSON.parse(text)).toBeTypeOf('object');
  expect(findRepeatedKey(text)).toBeNull();
});

test.each([
  ['written in two ways', String.raw`{"a":1,"\u0061":2}`, 'a', 7],
  ['after a map and a list', '{"a":{"b":[1,{"c":2}]},"a":1}', 'a', 23],
  ['that every map has', '{"__proto__":1,"__proto__":2}', '__proto__', 15],
  ['of no letters', '[{"":1,"":2}]', '', 7],
])('a key %s is found', (_, text, name, offset) => {
  expect(findRepeatedKey(text)).toEqual({ name, offset });
});

test('no JSON that a program writes has one, and what is put in twice is found', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (value, key) => {
      const name = JSON.stringify(key);
      const text = JSON.stringify(value, null, 1);
      expect(findRepeatedKey(text)).toBeNull();
      expect(findRepeatedKey(`[${text},{${name}:${text},${name} : 0}]`)?.name).toBe(key);
    }),
    { seed: 8 },
  );
});

test('a text of ten million escapes is gone through', () => {
  expect(findRepeatedKey(`{"a":"${'\\n'.repeat(10_000_000)}","a":1}`)?.name).toBe('a');
});
