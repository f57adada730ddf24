import { project } from '../../vitest.base.js';

export default project('dual-2d');
