import { setTimeout } from 'node:timers/promises';
import { type TableView, tableView } from './table-view.js';

/** Views by path of the file, looked after while somebody listens. */
export interface ViewPool {
  view(path: string): TableView;
  /** Calls back at once and after every change until the function returned is called. */
  listen(path: string, heard: () => void): () => void;
  close(): void;
}

/** Time from one look at a file to the next, in ms. */
const PERIOD = 100;
const KEPT = 4;

interface Entry {
  readonly view: TableView;
  readonly listeners: Set<() => void>;
  working: boolean;
}

/** Keeps a few views that nobody listens to any more, for those who come back. */
export function viewPool(): ViewPool {
  const entries = new Map<string, Entry>();
  let closed = false;

  const entryOf = (path: string): Entry => {
    const entry = entries.get(path) ?? { view: tableView(path), listeners: new Set(), working: false };
    entries.delete(path);
    entries.set(path, entry); // the last in use is the last to go
    for (const [old, { listeners }] of entries) {
      if (entries.size <= KEPT) break;
      if (listeners.size === 0 && old !== path) entries.delete(old);
    }
    return entry;
  };
  const work = async (entry: Entry): Promise<void> => {
    if (entry.working) return;
    entry.working = true;
    while (entry.listeners.size > 0 && !closed) {
      const news = await entry.view.advance().catch(() => false); // the file may go at any moment, and come back
      if (news) for (const heard of entry.listeners) heard();
      await setTimeout(news ? 1 : PERIOD);
    }
    entry.working = false;
  };

  return {
    view: (path) => entryOf(path).view,
    listen(path, heard) {
      const entry = entryOf(path);
      entry.listeners.add(heard);
      heard();
      void work(entry);
      return () => entry.listeners.delete(heard);
    },
    close() {
      closed = true;
    },
  };
}
