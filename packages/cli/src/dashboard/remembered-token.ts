import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The token of this user's dashboards: made once and kept in a file that only the user may read, so that a page that is open goes on after a
 * restart. Where no file can be kept it is a new one each time.
 */
export function rememberedToken(): string {
  const { XDG_STATE_HOME, LOCALAPPDATA } = process.env;
  const folder = join(XDG_STATE_HOME ?? LOCALAPPDATA ?? join(homedir(), '.local', 'state'), 'cfc');
  const file = join(folder, 'dashboard-token');
  const kept = readToken(file);
  if (kept !== null) return kept;
  const token = randomBytes(24).toString('base64url');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, token, { mode: 0o600, flag: 'wx' });
  } catch {
    return readToken(file) ?? token; // another process was first, or nothing can be kept here
  }
  return token;
}

function readToken(file: string): string | null {
  try {
    const text = readFileSync(file, 'utf8').trim();
    return /^[\w-]{32}$/.test(text) ? text : null;
  } catch {
    return null;
  }
}
