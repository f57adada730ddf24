import type { Normalizer } from '../contract.js';

/** A normalizer without the watch over its drift. */
export type Score = Omit<Normalizer, 'drift'>;
