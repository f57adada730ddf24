/** Public checkers for families and methods of your own, and problems with known minima. */
export { checkCoupling } from './check-coupling.js';
export { checkMethod } from './check-method.js';
export { checkModule } from './check-module.js';
export { problems } from './problems.js';
export type { Problem } from './problems.js';
export type { Check, Report } from './report.js';
