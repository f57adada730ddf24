import { library } from '../../tsup.base.js';

export default library({
  index: 'src/index.ts',
  threads: 'src/threads.ts',
  'testing/index': 'src/testing/index.ts',
});
