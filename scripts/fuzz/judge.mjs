// What a reader may do with an input: read it, or throw a CfcError. All else is a fault.
import { built } from '../workspace.mjs';
import { polluted } from './prototypes.mjs';

const { isCfcError } = await built('core');

/** Longest time of one input, in ms of CPU time. */
const LONGEST = 1000;

/**
 * @param {(text: string) => unknown} read
 * @param {string} text
 * @param {boolean} [timed] whether taking too long is a fault
 * @returns {Promise<{ kind: string, told: string } | null>} the fault, null where there is none
 */
export async function judge(read, text, timed = true) {
  const before = process.cpuUsage();
  let thrown;
  let failed = false;
  try {
    await read(text);
  } catch (error) {
    [thrown, failed] = [error, true];
  }
  const { user, system } = process.cpuUsage(before);
  const changed = polluted();
  if (changed !== null) return { kind: 'pollution', told: `it changed ${changed}` };
  if (failed && !isCfcError(thrown)) {
    const told = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    return { kind: kindOf(told), told: told.slice(0, 2000) };
  }
  const ms = (user + system) / 1000;
  return timed && ms > LONGEST ? { kind: 'slow', told: `it took ${Math.round(ms)} ms of CPU time` } : null;
}

/** Faults of one kind have the same error, thrown at the same place. */
function kindOf(told) {
  const [what = '', ...stack] = told.split('\n');
  const place = stack.find((line) => line.includes('/packages/')) ?? stack[0] ?? '';
  return `${what.split(':')[0]} ${/([\w./-]+:\d+:\d+)\)?$/.exec(place)?.[1]?.split('/').at(-1) ?? ''}`;
}
