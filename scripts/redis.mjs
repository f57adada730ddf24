// Where redis-server is, if it is anywhere: $REDIS_SERVER, Debian's place, then PATH; and one for tests.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { findExecutable } from './executable.mjs';

/** @returns {string | undefined} the path of an executable */
export const findRedis = () => findExecutable('REDIS_SERVER', ['redis-server']);

/** @returns {Promise<number>} a port that nobody listens on */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Starts a Redis with an append-only file in a folder, and waits until it answers. Stop it by its process.
 *
 * @param {string} folder
 * @param {number} port
 */
export async function startRedis(folder, port) {
  const executable = findRedis();
  if (executable === undefined) throw new Error('no redis: install redis-server, or set REDIS_SERVER to its path');
  const rules = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--appendonly', 'yes', '--save', ''];
  const child = spawn(executable, rules, { stdio: 'ignore' });
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`redis-server ended with ${child.exitCode}`);
    await setTimeout(20);
  }
  return child;
}

/** @param {number} port */
async function answers(port) {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    socket.write('PING\r\n');
    const [reply] = await once(socket, 'data');
    return String(reply).startsWith('+PONG');
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
