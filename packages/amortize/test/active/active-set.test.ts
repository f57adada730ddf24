import { checkMethod } from '@cfc/core/testing';
import { expect, test } from 'vitest';
import { activeSet } from '../../src/index.js';

test('finds the minimum of every problem', () => {
  expect(checkMethod('ActiveSet', activeSet()).checks.length).toBeGreaterThan(20);
});
