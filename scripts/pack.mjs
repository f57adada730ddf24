// npm run pack [-- FOLDER]: install, build, pack every package, for npm install elsewhere.
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packed } from './packed.mjs';
import { install, must, root } from './workspace.mjs';

const folder = resolve(root, process.argv[2] ?? '../cfc-packages');

install();
must('turbo', ['run', 'build', '--filter=./packages/*']);
const files = Object.keys(packed(folder, readdirSync(join(root, 'packages'))));
console.log(`${files.length} packages in ${folder}. In your project: npm install ${join(folder, '*.tgz')}`);
