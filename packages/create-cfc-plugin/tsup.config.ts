import { library } from '../../tsup.base.js';

export default library({ bin: 'src/bin.ts', index: 'src/index.ts' });
