import { execFileSync } from 'node:child_process';
import { arch, cpus, platform, totalmem } from 'node:os';

/** What a run ran on. */
export interface Machine {
  readonly platform: string;
  readonly arch: string;
  readonly cpu: string;
  readonly cores: number;
  /** Bytes. */
  readonly memory: number;
  /** Version of Node. */
  readonly node: string;
}

/** What this process runs on. */
export function machine(): Machine {
  const all = cpus();
  const cpu = all[0]?.model.trim() ?? 'unknown';
  return { platform: platform(), arch: arch(), cpu, cores: all.length, memory: totalmem(), node: process.version };
}

/** Where the sources stood. */
export interface Git {
  readonly commit: string;
  /** Whether tracked files differ from the commit. */
  readonly dirty: boolean;
}

/** The commit of a folder; null where it is in no repository, or there is no git. */
export function gitOf(folder: string): Git | null {
  const git = (...argv: string[]): string =>
    execFileSync('git', argv, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 5000 });
  try {
    const commit = git('rev-parse', 'HEAD').trim();
    return { commit, dirty: git('status', '--porcelain', '--untracked-files=no') !== '' };
  } catch {
    return null;
  }
}
