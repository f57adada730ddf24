import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'vitest';

/** Where the published lists are looked for: CFC_DATA, else the folder `data` of the repository. They are not part of it. */
const folder = process.env['CFC_DATA'] ?? fileURLToPath(new URL('../../../../data', import.meta.url));

/** A test on a published list; where that is not there it says so. */
export function dataTest(file: string, name: string, body: (path: string) => Promise<void>): void {
  const path = join(folder, file);
  if (existsSync(path)) test(name, { timeout: 1_200_000 }, () => body(path));
  else test.skip(`${name} (skipped: no data)`, () => {});
}
