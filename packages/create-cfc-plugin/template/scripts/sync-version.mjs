// After `changeset version`: writes the version of the package into the plugin it exports.
import { readFileSync, writeFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const text = readFileSync('src/plugin.ts', 'utf8');
writeFileSync('src/plugin.ts', text.replace(/version: '[^']*'/, `version: '${version}'`));
