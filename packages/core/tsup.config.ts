import { library } from '../../tsup.base.js';

const entries = ['index', 'threads', 'testing/index'];
/**
 * What a program uses on its own. The build cuts shared files at these seams, and what bundles a program leaves out whole the
 * files that it does not need; a file for each source would do the same, but doubles the time that an import takes.
 */
const seams = [
  'contract/definition',
  'couplings/quadratic',
  'modules/landau',
  'system/define',
  'system/compile',
  'relax/relax',
  'reactive/coordinator',
  'scenario/scenario',
  'plugin',
];

export default library(Object.fromEntries([...entries, ...seams].map((name) => [name, `src/${name}.ts`])));
