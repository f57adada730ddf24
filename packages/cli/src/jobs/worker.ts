import { perform } from './tasks.js';

/** What a worker thread does with a job. */
export default perform;
