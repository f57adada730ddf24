/** Compression: a module that holds the saved space at a target, and what it reads. */
export { compressionEnergy } from './compression-energy.js';
export { compressionPlugin } from './plugin.js';
export { shannonEntropy } from './shannon-entropy.js';
export { spaceSaving } from './space-saving.js';
export type { Sizes } from './space-saving.js';
