// npm start: install, build, run the example.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { install, must, root } from './workspace.mjs';

const example = 'weather-repair';

install();
must('turbo', ['run', 'build']);

const { scripts } = JSON.parse(readFileSync(join(root, 'examples', example, 'package.json'), 'utf8'));
if (scripts?.start) must('pnpm', ['--silent', '--filter', example, 'start']);
else console.log(`The workspace is built; examples/${example} has no start script yet.`);
