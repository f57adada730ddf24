// Which code ran since the last look, from V8's own counters (node:inspector): no instrumentation, no binary, and it sees ES modules.
import { Session } from 'node:inspector';

/** Scripts that count: the built packages of this workspace. */
const OURS = /\/packages\/[\w-]+\/dist\//;

/**
 * @returns {() => Set<string>} a function that says which blocks ran since it was last called
 */
export function coverage() {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return () => {
    const blocks = new Set();
    session.post('Profiler.takePreciseCoverage', (fault, { result }) => {
      if (fault) throw fault;
      for (const { scriptId, url, functions } of result) {
        if (!OURS.test(url)) continue;
        for (const { ranges } of functions) {
          for (const { startOffset, count } of ranges) if (count > 0) blocks.add(`${scriptId} ${startOffset}`);
        }
      }
    });
    return blocks;
  };
}
