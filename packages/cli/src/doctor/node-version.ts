import { satisfies } from 'semver';
import type { Finding } from './finding.js';

/**
 * Whether Node.js is what the command asks for.
 *
 * @param version like 20.19.0
 * @param range `engines.node` of the command's manifest
 */
export function nodeVersion(version: string, range: string): Finding {
  const what = `Node.js ${version}`;
  if (satisfies(version, range)) return { level: 'ok', topic: 'node', what: `${what}, ${range} is needed`, fix: null };
  const fix = 'Install a version that is kept up: the even ones are, for three years each.';
  return { level: 'problem', topic: 'node', what: `${what} is not ${range}`, fix };
}
