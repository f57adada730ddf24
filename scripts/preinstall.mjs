// Stops `npm install` and `yarn` at the root: they cannot read this workspace.
import { readFileSync } from 'node:fs';

if (!process.env.npm_config_user_agent?.startsWith('pnpm/')) {
  const { packageManager } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  console.error(`
This workspace is installed by pnpm, and you do not have to have it:

  npm start    installs, builds and runs the example
  npm test     installs, builds and runs every test

Both fetch the pinned pnpm themselves. To install by hand: npx --yes ${packageManager} install
`);
  process.exit(1);
}
