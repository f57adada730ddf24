// After `changeset version`: writes each plugin's version into the plugin it exports (src/plugin.ts).
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './workspace.mjs';

for (const name of readdirSync(join(root, 'packages'))) {
  const file = join(root, 'packages', name, 'src/plugin.ts');
  if (!existsSync(file)) continue;
  const { version } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
  writeFileSync(file, readFileSync(file, 'utf8').replace(/version: '[^']*'/, `version: '${version}'`));
}
