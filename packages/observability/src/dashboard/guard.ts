import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What a request is answered with instead. */
export interface Refusal {
  readonly status: number;
  readonly text: string;
}

/** A request that has passed: its path behind the token, and its query. */
export interface Admitted {
  readonly path: string;
  readonly query: URLSearchParams;
}

/**
 * Lets through what the page itself asks for, and nothing else: a GET to this host and port (no other name may be made to point here), of no
 * other origin, with the token as the first part of the path. Tokens are compared in constant time.
 */
export function admit(
  { method = '', url = '', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  token: string,
  port: number,
): Admitted | Refusal {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host = '', origin } = headers;
  if (!hosts.includes(host)) return { status: 403, text: 'wrong host' };
  if (origin !== undefined && origin !== `http://${host}`) return { status: 403, text: 'wrong origin' };
  if (headers['sec-fetch-site'] === 'cross-site' && headers['sec-fetch-mode'] !== 'navigate') {
    return { status: 403, text: 'wrong origin' };
  }
  const [, given = '', rest = null, search = ''] = /^\/([^/?]*)(\/[^?]*)?(?:\?(.*))?$/s.exec(url) ?? [];
  if (!same(given, token)) return { status: 403, text: 'wrong token' };
  if (method !== 'GET') return { status: 405, text: 'only GET' };
  if (rest === null) return { status: 404, text: 'not found' };
  return { path: rest, query: new URLSearchParams(search) };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
