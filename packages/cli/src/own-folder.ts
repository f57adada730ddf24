import { fileURLToPath } from 'node:url';

/** The folder of this package. */
export const ownFolder = fileURLToPath(new URL('..', import.meta.url));
