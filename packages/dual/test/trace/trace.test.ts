import { expect, test } from 'vitest';
import { combine, constraintsIn, createDual, dualColumns, gradientColumns, traceRow } from '../../src/index.js';

const dual = () =>
  createDual({ constraints: { a: { target: 0.1, rate: 0.5, max: 2 }, 'b:c': { target: 0, leak: 0.01 } } });

test('a row says in columns what the step says', () => {
  const step = dual().step({ values: { a: 0.3, 'b:c': NaN }, task: 4, ease: { a: 0.7 } });
  const row = traceRow(step, { redundancy: 0.2 });
  const a = step.constraints['a']!;
  expect(row).toMatchObject({
    step: 1,
    task: 4,
    infeasibility: step.infeasibility,
    'raw:a': 0.3,
    'target:a': 0.1,
    'violation:a': a.violation,
    'lambda:a': a.multiplier,
    'lambda_max:a': 2,
    'lambda_max:b:c': null,
    'reason:b:c': 'not-finite',
    'violation:b:c': null,
    'ease:a': 0.7,
    redundancy: 0.2,
  });
  expect(JSON.parse(JSON.stringify(row))).toEqual(row);
  expect(constraintsIn([row])).toEqual(['a', 'b:c']);
});

test('gradients that were combined give columns for their cosines, before and after', () => {
  const gradients = [Float64Array.of(1, 0), Float64Array.of(-1, 1), Float64Array.of(0, 2)];
  const columns = gradientColumns(['task', 'a', 'b'], combine(gradients, { method: 'pcgrad' }));
  expect(columns).toMatchObject({
    'cosine:task:a': expect.closeTo(-Math.SQRT1_2, 12) as number,
    'cosine:task:b': 0,
    'cosine:a:b': expect.closeTo(Math.SQRT1_2, 12) as number,
    conflict_fraction: 1 / 3,
  });
  expect(columns['cosine_after:task:a']).toBeGreaterThanOrEqual(0);
});

test('every column of a row has a meaning', () => {
  const columns = gradientColumns(['a', 'b'], combine([Float64Array.of(1), Float64Array.of(2)]));
  const row = traceRow(dual().step({ values: { a: 1 } }), columns);
  const known = (name: string): boolean =>
    dualColumns.some(
      (column) => column.name === name || (column.name.endsWith('*') && name.startsWith(column.name.slice(0, -1))),
    );
  expect(Object.keys(row).filter((name) => !known(name))).toEqual([]);
});
