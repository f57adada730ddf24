/** Energy-regularised non-local attention: weights, energy, order parameter and their exact gradients; a module that reads them. */
export { attention } from './attention.js';
export type { Attention } from './attention.js';
export { attentionEnergy } from './attention-energy.js';
export { attentionGradient, attentionOrderGradient } from './attention-gradient.js';
export type { AttentionGradient } from './attention-gradient.js';
export { attentionModule } from './attention-module.js';
export { attentionOrder } from './attention-order.js';
export type { AttentionInput, Configuration } from './configuration.js';
export type { EnergyTerms } from './energy-terms.js';
export { hopfieldRelax, hopfieldUpdate } from './hopfield.js';
export type { Retrieval } from './hopfield.js';
export { matrix } from './matrix.js';
export type { Matrix, MatrixLike } from './matrix.js';
export { attentionPlugin } from './plugin.js';
export { weightMatrix } from './weight-matrix.js';
export type { Mask, Visibility, Window } from './visibility.js';
