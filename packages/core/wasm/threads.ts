/* AssemblyScript: the kernels, and the work of one thread among others. */
export * from './kernels';
export { work } from './partitions';
