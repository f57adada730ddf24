import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CfcError } from '@cfc/core';
import type { Column } from '../table/column.js';
import { assets } from './assets.js';
import { eventStream } from './event-stream.js';
import { exportTable, isFormat } from './export-table.js';
import { admit } from './guard.js';
import { headers } from './headers.js';
import { metrics, METRICS_TYPE } from './metrics.js';
import { sources } from './sources.js';
import { tableAnswer } from './table-answer.js';
import { viewPool } from './view-pool.js';

/** What is shown, and where. One of `root` and `watch` is needed. */
export interface DashboardOptions {
  /** A folder of runs, or the folder of one run. */
  readonly root?: string;
  /** A table that may be growing: .csv, .jsonl or .ndjson. */
  readonly watch?: string;
  /** [0, 65535]; 0, the default, takes a free one. */
  readonly port?: number;
  /** First part of every path, at least 16 letters, digits, "-" or "_"; 24 random bytes by default. */
  readonly token?: string;
  /** Columns beyond those of the trackers whose meanings `metrics` tells; none by default. */
  readonly columns?: readonly Column[];
}

/** A server at work. */
export interface Dashboard {
  /** With the token: whoever has it may look. Prometheus finds the last row of every run at `metrics` below it. */
  readonly url: string;
  readonly port: number;
  /** Ends all connections. */
  close(): Promise<void>;
}

/**
 * Serves a page that shows runs live, on 127.0.0.1 only.
 *
 * @throws `OPTION_INVALID` for a bad or taken port, or a bad token; `INPUT_INVALID` for a folder or file that is not there;
 * `PACKAGE_MISSING` where uplot is not installed: it is an optional peer of this package
 *
 * @example
 * const { url, close } = await serveDashboard({ root: 'results' });
 */
export async function serveDashboard(options: DashboardOptions): Promise<Dashboard> {
  const { root, watch, port: wanted = 0, columns = [], token = randomBytes(24).toString('base64url') } = options;
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) {
    throw new CfcError('OPTION_INVALID', `${wanted} is no port`, 'port', 'Give a whole number from 0 to 65535.');
  }
  if (!/^[\w-]{16,}$/.test(token)) {
    throw new CfcError('OPTION_INVALID', 'the token is short or odd', 'token', 'Give 16 letters and digits or more.');
  }
  const shown = sources(root, watch);
  const files = assets();
  const views = viewPool();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = (status: number, type: string, body: string | Buffer): void => {
      response.writeHead(status, { ...headers, 'Content-Type': type }).end(body);
    };
    const admitted = admit(request, token, port);
    if ('status' in admitted) return text(admitted.status, PLAIN, admitted.text);
    const { path, query } = admitted;
    const file = files.get(path);
    if (file !== undefined) return text(200, file.type, file.body);
    if (path === '/metrics') return text(200, METRICS_TYPE, await metrics(shown, columns));
    const key = query.get('run');
    const table = key === null ? null : shown.pathOf(key);
    if (path === '/events' && (key === null || table !== null)) return eventStream(response, shown, views, table);
    if (path === '/table' && table !== null) return text(200, JSON_TYPE, await tableAnswer(views.view(table), query));
    const format = query.get('format');
    if (path === '/export' && table !== null && isFormat(format)) {
      return exportTable(response, table, shown.nameOf(key!), format);
    }
    return text(404, PLAIN, 'not found');
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500, { ...headers, 'Content-Type': PLAIN });
      response.end();
    });
  });
  const port = await listening(server, wanted);
  const close = (): Promise<void> => {
    views.close();
    return new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  };
  return { url: `http://127.0.0.1:${port}/${token}/`, port, close };
}

const PLAIN = 'text/plain; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

function listening(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', (error) => {
      fail(new CfcError('OPTION_INVALID', `the port cannot be had: ${error.message}`, 'port', 'Give another, or 0.'));
    });
    server.listen(port, '127.0.0.1', () => done((server.address() as AddressInfo).port));
  });
}
