/** Order of sequences: a module, and the sampled fraction of pairs in order that it reads. */
export { sampleMonotonicity } from './sample-monotonicity.js';
export type { NumberSequence } from './sample-monotonicity.js';
export { sequenceConsistency } from './sequence-consistency.js';
export { sequencePlugin } from './plugin.js';
