import { number } from '../options/field.js';

/** The option that every built-in coupling has. */
export const weight = number(1, 'strength of the coupling; negative ones would have no minimum', { min: 0 });
