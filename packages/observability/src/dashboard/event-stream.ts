import type { ServerResponse } from 'node:http';
import { headers } from './headers.js';
import type { Sources } from './sources.js';
import type { ViewPool } from './view-pool.js';

/** Time from one look at the list to the next, in ms: more where a look takes long. */
const LOOK = 400;
const SHARE = 10;
const BEAT = 15_000;
const RETRY = 400;
/** Least time between two notices of one table, in ms. */
const PACE = 100;

/**
 * Server-sent events until the reader goes: `runs`, the list, at once and when it changes; `table`, the state of the view of the run, at once
 * and when there is something to fetch. Each tells all there is to know, so that a reader who comes back needs no history.
 */
export function eventStream(response: ServerResponse, sources: Sources, views: ViewPool, path: string | null): void {
  response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream; charset=utf-8' });
  response.write(`retry: ${RETRY}\n\n`);
  let told = '';
  let last = 0;
  let due: NodeJS.Timeout | null = null;
  const send = (event: string, data: string): void => {
    if (!response.writableNeedDrain) response.write(`event: ${event}\ndata: ${data}\n\n`);
  };
  const runs = (): void => {
    const list = JSON.stringify(attempt(() => sources.list()));
    if (list !== told) send('runs', list);
    told = list;
  };
  const table = (): void => {
    due ??= setTimeout(
      () => {
        due = null;
        last = performance.now();
        send('table', JSON.stringify(views.view(path!).state));
      },
      Math.max(0, last + PACE - performance.now()),
    );
  };
  let looks: NodeJS.Timeout;
  const look = (): void => {
    const start = performance.now();
    runs();
    looks = setTimeout(look, Math.max(LOOK, SHARE * (performance.now() - start)));
  };
  look();
  const stop = path === null ? null : views.listen(path, table);
  const beats = setInterval(() => response.write(':\n\n'), BEAT);
  response.on('close', () => {
    stop?.();
    if (due !== null) clearTimeout(due);
    clearTimeout(looks);
    clearInterval(beats);
  });
}

/** The folder itself may go while it is looked at. */
function attempt<T>(list: () => readonly T[]): readonly T[] {
  try {
    return list();
  } catch {
    return [];
  }
}
