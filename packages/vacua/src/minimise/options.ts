import { type Given, type Options, integer, number } from '@cfc/core';

/** Options of every search: when it has arrived, and when it gives up. */
export const searchFields = {
  tolerance: number(
    1e-10,
    'largest gradient at which a search has arrived, in units of the largest summand of the gradient',
    {
      above: 0,
      max: 1e-2,
    },
  ),
  maxIterations: integer(200, 'steps before a search gives up', { min: 0, max: 1e6 }),
};

/** Options of searches as they are given. */
export type SearchGiven = Given<typeof searchFields>;

/** The same, filled in. */
export type SearchOptions = Options<typeof searchFields>;
