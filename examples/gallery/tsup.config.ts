import { defineConfig } from 'tsup';
import { library } from '../../tsup.base.js';

/** The command for Node, and a script for a page that is opened from a file: everything in one piece. */
export default defineConfig([
  { ...library({ main: 'src/main.ts' }), clean: false },
  {
    entry: { page: 'src/channel-page.ts' },
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    noExternal: [/.*/],
    minify: true,
    silent: true,
  },
]);
