// Changes texts: as characters, as lines, and, where they are JSON, as trees. Every draw is a function of (seed, round).
import { built } from '../workspace.mjs';

const { uniform } = await built('core');

/** Longest text that is tried. */
const LONGEST = 20_000;

/** Values that readers stumble over. */
const values = [
  ...[null, true, false, '', 'x', '__proto__', 'constructor', 'toString', '\u0000', '\ud800', 'NaN', '-0', 'é'],
  ...[0, -0, 1, -1, 2, 0.5, 1e-320, 1e308, -1e308, 2 ** 31, 2 ** 32, 2 ** 53, 1e9, 100_000],
  ...[[], {}, [[]], [1, 2, 3], { length: 5 }, { use: 'x' }, { $number: 'x' }, { $f64: [1] }],
];
const keys = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'length', 'then', '', '0', 'use'];
const tokens = [
  ...['__proto__: {polluted: 1}', '"__proto__": {"polluted": 1}', 'constructor', 'NaN', '.inf', '1e999', '-1', '0'],
  ...['\ufeff', '\r\n', '\r', '\t', '\u0000', '\u2028', '"', "'", '{', '}', '[', ']', ',', ':', '#', '- ', '? ', '| '],
  ...[
    '&a ',
    '*a',
    '<<: *a',
    '!!js/function ',
    '!!binary ',
    '!x ',
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '99999999999999999999',
  ],
];

/** @param {number} seed */
export function mutator(seed) {
  let draws = 0;
  let round = 0;
  const real = () => uniform(seed, round, draws++);
  const below = (n) => Math.floor(real() * n);
  const one = (list) => list[below(list.length)];

  const span = (text) => {
    const from = below(text.length + 1);
    return [from, Math.min(text.length, from + 1 + below(one([2, 8, 64, 1024])))];
  };
  const ways = [
    (text) => put(text, ...span(text), ''),
    (text) => put(text, ...at(below(text.length + 1)), one(tokens)),
    (text) => put(text, ...span(text), one(tokens)),
    (text) => put(text, ...at(below(text.length + 1)), text.slice(...span(text))),
    (text) => put(text, ...at(below(text.length + 1)), text.slice(...span(text)).repeat(1 + below(one([3, 200])))),
    (text) => put(text, ...at(below(text.length + 1)), String.fromCharCode(below(one([128, 65536])))),
    (text) => number(text),
    (text, other) => put(text, ...span(text), other.slice(...span(other))),
    (text) => lines(text),
  ];
  const put = (text, from, to, piece) => text.slice(0, from) + piece + text.slice(to);
  const at = (place) => [place, place];

  /** One of the numbers in a text becomes another one. */
  function number(text) {
    const found = [...text.matchAll(/-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/gi)];
    if (found.length === 0) return text;
    const { index, 0: was } = one(found);
    const is = one([
      String(one(values.filter(Number.isFinite))),
      `${was}0`,
      `-${was}`,
      String(Number(was) + 1),
      '1e999',
    ]);
    return put(text, index, index + was.length, is);
  }

  /** A line goes, comes twice, or changes its place. */
  function lines(text) {
    const all = text.split('\n');
    const [line] = all.splice(below(all.length), 1);
    for (let k = below(3); k > 0; k--) all.splice(below(all.length + 1), 0, line);
    return all.join('\n');
  }

  /** Somewhere in a tree a value is another one, a key is another one or gone, or a part of the tree stands twice. */
  function tree(root) {
    const places = [];
    const walk = (node, depth) => {
      if (typeof node !== 'object' || node === null || depth > 60) return;
      for (const key of Object.keys(node)) {
        places.push([node, key]);
        walk(node[key], depth + 1);
      }
    };
    const whole = { root };
    walk(whole, 0);
    const [node, key] = one(places);
    const way = below(5);
    if (way === 0) define(node, key, one(values));
    else if (way === 1) delete node[key];
    else if (way === 2) define(node, one(keys), node[key]);
    else if (way === 3) define(node, key, globalThis.structuredClone(one(places).reduce((from, name) => from[name])));
    else
      define(
        node,
        key,
        Array.from({ length: one([0, 2, 30]) }, () => globalThis.structuredClone(node[key])),
      );
    return whole.root;
  }
  const define = (node, key, value) => {
    if (Array.isArray(node) && key === 'length') node.length = 0;
    else Object.defineProperty(node, key, { value, enumerable: true, configurable: true, writable: true });
  };

  const parsed = (text) => {
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  };

  /** A text made of one or two others. */
  return (text, other) => {
    [round, draws] = [round + 1, 0];
    let made = text;
    for (let k = 1 + below(3); k > 0; k--) {
      const data = real() < 0.7 ? parsed(made) : undefined;
      if (data === undefined) made = one(ways)(made, other);
      else made = JSON.stringify(tree(data)) ?? 'null';
    }
    return made.slice(0, LONGEST);
  };
}
