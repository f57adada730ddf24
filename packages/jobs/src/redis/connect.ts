import { CfcError } from '@cfc/core';
import type * as BullMQ from 'bullmq';
import type { Redis } from 'ioredis';
import type { QueueOptions } from './queue-options.js';

/** BullMQ with an open connection to Redis. */
export interface Connected {
  readonly bullmq: typeof BullMQ;
  readonly connection: Redis;
}

/**
 * Connects to Redis. A connection that is lost later is made again, and commands wait for it, so that Redis may be restarted.
 *
 * @param caller whose options these are, for errors
 * @throws `PACKAGE_MISSING` without bullmq and ioredis; `OPTION_INVALID` for a URL or name that cannot be, and where no Redis answers
 */
export async function connect({ redis, queue }: QueueOptions, caller: string): Promise<Connected> {
  if (queue.trim() === '' || queue.includes(':')) {
    throw new CfcError(
      'OPTION_INVALID',
      `"${queue}" names no queue`,
      `${caller}.queue`,
      'Give a name without a colon.',
    );
  }
  const where = `${caller}.redis`;
  const place = placeOf(redis, where);
  const [bullmq, ioredis] = await libraries(caller);
  const connection = new ioredis.Redis(redis, {
    lazyConnect: true,
    maxRetriesPerRequest: null,
    retryStrategy: () => (connected ? 500 : null),
  });
  let connected = false;
  let reason = '';
  connection.on('error', (error: Error) => (reason = error.message || ((error as NodeJS.ErrnoException).code ?? '')));
  try {
    await connection.connect();
    connected = true;
    return { bullmq, connection };
  } catch (error) {
    connection.disconnect();
    const what = `no Redis at ${place}: ${reason || (error as Error).message}`;
    throw new CfcError('OPTION_INVALID', what, where, 'Start one, or give the URL of another.');
  }
}

/** Host and port: a password is told to nobody. */
function placeOf(redis: string, where: string): string {
  const url = URL.canParse(redis) ? new URL(redis) : undefined;
  if (url !== undefined && ['redis:', 'rediss:'].includes(url.protocol)) return url.host;
  throw new CfcError('OPTION_INVALID', 'not a URL of Redis', where, 'Give one, like redis://localhost:6379.');
}

async function libraries(caller: string) {
  try {
    return await Promise.all([import('bullmq'), import('ioredis')]);
  } catch {
    const fix = 'Install them: npm install bullmq ioredis.';
    throw new CfcError('PACKAGE_MISSING', 'a queue on Redis needs bullmq and ioredis', caller, fix);
  }
}
