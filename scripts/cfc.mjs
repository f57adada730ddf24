// npm run cfc -- ...: the command as this clone built it, or how to build it.
import { existsSync } from 'node:fs';

const command = new URL('../packages/cli/dist/bin.js', import.meta.url);

if (existsSync(command)) await import(command.href);
else {
  console.error('The command is not built yet (at packages/cli/dist). Build it: npm start');
  process.exitCode = 2;
}
