// What readers stumble over: values, keys, names of what a file may not reach, and pieces of text.

const nested = (depth, wrap) => Array.from({ length: depth }).reduce(wrap, 1);

/** Names by which a file may try to reach others; `@here@` becomes the folder that the file lies in. */
const names = [
  ...['@here@/away.mjs', 'file://@here@/away.mjs', 'x/../../away.mjs', '@cfc/core/../../../away.mjs', 'C:/away.mjs'],
  ...[
    'data:text/javascript,globalThis.reached=true',
    'http://127.0.0.1:9/x.js',
    'node:fs',
    'fs',
    '#away',
    '/etc/passwd',
  ],
  ...[
    '..',
    '.',
    './s.json',
    './none.mjs',
    '../none/../none.mjs',
    './%2e%2e/away.mjs',
    '..\\away.mjs',
    'none',
    '@cfc/none',
  ],
  ...['@cfc/core', '@cfc/modules-gating', '@cfc/dual', '$ref', '$include', '${HOME}', '<%= 1 %>'],
];

export const values = [
  ...[null, true, false, '', 'x', '__proto__', 'constructor', 'toString', '\u0000', '\ud800', 'NaN', '-0', 'é', '1'],
  ...[0, -0, 1, -1, 2, 0.5, 1e-320, 1e308, -1e308, 2 ** 31, 2 ** 32, 2 ** 53, 1e9, 100_000],
  ...[[], {}, [[]], [1, 2, 3], { length: 5 }, { use: 'x' }, { $number: 'x' }, { $f64: [1] }],
  ...[{ $ref: './s.json' }, { $ref: '#/modules' }, { then: 1 }, { toString: null }, { valueOf: 1, toJSON: 1 }],
  ...[nested(150, (inner) => [inner]), nested(150, (inner) => ({ with: inner })), nested(2000, (inner) => [inner])],
  ...names,
];

export const keys = [
  ...['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf', 'toJSON', 'length', 'then'],
  ...['', '0', '-1', '<<', '$ref', 'use', 'with', 'input', 'start', 'a.b', 'a[0]', '\n', 'x'.repeat(2000)],
];

export const tokens = [
  ...['__proto__: {polluted: 1}', '"__proto__": {"polluted": 1}', 'constructor', 'NaN', '.inf', '1e999', '-1', '0'],
  ...['\ufeff', '\r\n', '\r', '\t', '\u0000', '\u2028', '"', "'", '{', '}', '[', ']', ',', ':', '#', '- ', '? ', '| '],
  ...['&a ', '*a', '<<: *a', '!!js/function ', '!!binary ', '!include ', '!x ', '---\n', '...\n', '%YAML 1.1\n'],
  ...['99999999999999999999', '[*a, *a, *a, *a, *a, *a, *a, *a]', ...names],
];
