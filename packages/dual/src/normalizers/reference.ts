import { integer, list, type Options } from '@cfc/core';
import type { Plain } from '../contract.js';
import type { Score } from './score.js';
import { Window, type WindowParts, type WindowState } from './window.js';

export const referenceFields = {
  window: integer(50_000, 'values that are compared with', { min: 2 }),
  freezeAfter: integer(0, 'values after which the window stays as it is; 0: it always moves', { min: 0 }),
  reference: list([], 'values to compare with from the start, for good; two or more, or none'),
};

export type ReferenceOptions = Options<typeof referenceFields>;

/** How a value is scored against a window. */
export interface Reading {
  /** A value that is not in the window. */
  score(value: number, window: Window): number;
  /** The value that was pushed last. */
  fresh(value: number, window: Window): number;
  slope(window: Window): number;
}

/**
 * A normalizer that compares with a window: the last `window` values, or a reference that is frozen: the first `freezeAfter`
 * values, or the list `reference`. Only against a frozen reference does an absolute target mean the same at any time.
 */
export function reading(options: ReferenceOptions, parts: WindowParts, how: Reading, state?: Plain): Score {
  const { reference, freezeAfter } = options;
  const given = reference.length > 0;
  const length = given ? reference.length : freezeAfter > 0 ? freezeAfter : options.window;
  const window = new Window(length, parts, given ? undefined : (state as WindowState | undefined));
  reference.forEach((value) => window.push(value));
  const freezes = given || freezeAfter > 0;
  return {
    push(raw) {
      if (freezes && window.size === length) return how.score(raw, window);
      window.push(raw);
      return how.fresh(raw, window);
    },
    slope: () => how.slope(window),
    state: () => (given ? null : (window.state() as unknown as Plain)),
  };
}
