/*
 * AssemblyScript: the loops over all couplings and modules. Each function has its twin in src/system/engine or src/numeric, which
 * does the same operations in the same order: both give the same bits. What threads need beside them is in threads.ts.
 */
export { bounds, diagonal, difference, energy, gradient, gradientWithSums, product } from './passes';
export { quarticSums } from './quartics';
export { move, sweep } from './rows';
export { push } from './queue';
export { settle } from './settle';
export { solve } from './solve';
export { arc, descend, dot, projectedNorm, sum, turn } from './vectors';
