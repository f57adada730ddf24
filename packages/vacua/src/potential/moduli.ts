import { type Given, choice, fill, integer } from '@cfc/core';

const fields = {
  law: choice('direct', ['direct', 'root', 'log'], 'h, √h or 5 ln(1 + h), rounded'),
  min: integer(2, 'fewest fields', { min: 1 }),
  max: integer(32, 'most fields', { min: 1 }),
};

/** How many fields stand for a Hodge number h (or another measure of complexity): h, √h or 5 ln(1 + h), within [min, max] = [2, 32]. */
export function moduliOf(hodge: number, options?: Given<typeof fields>): number {
  const { law, min, max } = fill(fields, options, 'moduliOf');
  const h = Math.max(0, hodge);
  const count = law === 'direct' ? h : law === 'root' ? Math.sqrt(h) : 5 * Math.log1p(h);
  return Math.max(min, Math.min(max, Math.round(count)));
}
