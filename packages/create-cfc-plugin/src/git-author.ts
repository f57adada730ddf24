import { execFileSync } from 'node:child_process';

/** The name that git signs commits with in a folder; undefined where there is none, or no git. */
export function gitAuthor(cwd: string): string | undefined {
  try {
    const name = execFileSync('git', ['config', 'user.name'], { cwd, encoding: 'utf8', stdio: 'pipe' });
    return name.trim() || undefined;
  } catch {
    return undefined;
  }
}
