/** Connectivity of graphs: a module, bond percolation, sweeps over all probabilities, and estimates of the threshold. */
export { bondPercolation, componentSets, largestComponentFraction, largestShare } from './bond-percolation.js';
export type { Components } from './bond-percolation.js';
export { canonical } from './canonical.js';
export { connectivity } from './connectivity.js';
export { disjointSets, rootOf, unite } from './disjoint-sets.js';
export { extrapolate } from './extrapolate.js';
export type { Limit, SizedEstimate } from './extrapolate.js';
export type { EdgeList, Graph, Grid, Percolation } from './graph.js';
export { percolationSweep } from './percolation-sweep.js';
export type { Merging, Sweep } from './percolation-sweep.js';
export { connectivityPlugin } from './plugin.js';
export { readGraph } from './read-graph.js';
export { gapThreshold, peakThreshold, reachThreshold } from './thresholds.js';
export { wrappingThreshold } from './wrapping-threshold.js';
