// What a reader may do with an input: read it, or throw a CfcError. All else is a fault.
import { built } from '../workspace.mjs';

const { isCfcError } = await built('core');

/** Longest time of one input, in ms of CPU time. */
const LONGEST = 1000;

const prototypes = [Object, Array, Function, String, Number, Map, Set, Promise, Float64Array].map(
  (one) => one.prototype,
);
const shape = () => prototypes.map((one) => Reflect.ownKeys(one).map(String).join()).join(';');
const whole = shape();

/**
 * @param {(text: string) => unknown} read
 * @returns {Promise<{ kind: string, told: string } | null>} the fault, null where there is none
 */
export async function judge(read, text) {
  const before = process.cpuUsage();
  let thrown;
  let failed = false;
  try {
    await read(text);
  } catch (error) {
    [thrown, failed] = [error, true];
  }
  const { user, system } = process.cpuUsage(before);
  if (shape() !== whole || 'polluted' in {})
    return { kind: 'pollution', told: 'a prototype of the language was changed' };
  if (failed && !isCfcError(thrown)) {
    const told = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    return { kind: kindOf(told), told: told.slice(0, 2000) };
  }
  const ms = (user + system) / 1000;
  return ms > LONGEST ? { kind: 'slow', told: `it took ${Math.round(ms)} ms of CPU time` } : null;
}

/** Faults of one kind have the same error, thrown at the same place. */
function kindOf(told) {
  const [what = '', ...stack] = told.split('\n');
  const place = stack.find((line) => line.includes('/packages/')) ?? stack[0] ?? '';
  return `${what.split(':')[0]} ${/([\w./-]+:\d+:\d+)\)?$/.exec(place)?.[1]?.split('/').at(-1) ?? ''}`;
}
