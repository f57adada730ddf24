/** A weight adapter that balances the gradient norms of the terms. */
export { gradNorm } from './grad-norm.js';
export { gradNormPlugin } from './plugin.js';
