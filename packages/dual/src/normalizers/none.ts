import type { Score } from './score.js';

/** x̂ = x. */
export const none: Score = {
  push: (raw) => raw,
  slope: () => 1,
  state: () => null,
};
