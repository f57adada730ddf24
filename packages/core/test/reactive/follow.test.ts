import { describe, expect, test } from 'vitest';
import { EnergyCoordinator, type Settled, type Update, defineSystem, landau, quadratic } from '../../src/index.js';

const source = defineSystem({
  modules: { x: landau({ a: -0.3, b: 1 }), y: landau({ a: -0.2, b: 1 }) },
  couplings: [{ use: quadratic({ weight: 0.1 }), between: ['x', 'y'] }],
});
type Item = Update<{ readonly x: number; readonly y: number }>;
const items: readonly Item[] = [
  ['x', 0.9],
  ['y', 0.7],
  ['x', 0.2],
  ['y', 0.1],
];

/** A source that remembers what was asked of it. */
function watched(given: readonly unknown[]): { log: string[]; source: AsyncIterable<Item> } {
  const log: string[] = [];
  async function* source() {
    try {
      for (const [k, item] of given.entries()) {
        log.push(`item ${k}`);
        await Promise.resolve();
        yield item as Item;
      }
    } finally {
      log.push('closed');
    }
  }
  return { log, source: source() };
}

describe('a stream of updates', () => {
  test.each([
    ['an iterable', () => items],
    ['an asynchronous one', () => watched(items).source],
  ])('from %s gives what the updates give one by one', async (_, stream) => {
    const [one, two] = [new EnergyCoordinator(source), new EnergyCoordinator(source)];
    const settled: Settled[] = [];
    for await (const each of one.follow(stream())) settled.push(each);
    expect(settled).toEqual(items.map(([id, input]) => two.update(id, input)));
    expect(one.eta).toEqual(two.eta);
  });

  test('asks for the next when the present result was taken, and closes the source at a break', async () => {
    const one = new EnergyCoordinator(source);
    const { log, source: stream } = watched(items);
    const rest = one.follow(stream);
    expect(log).toEqual([]);
    await rest.next();
    await Promise.resolve();
    expect(log).toEqual(['item 0']);
    for await (const each of rest) {
      expect(each.by).toBe('local');
      break;
    }
    expect(log).toEqual(['item 0', 'item 1', 'closed']);
    const two = new EnergyCoordinator(source);
    items.slice(0, 2).forEach(([id, input]) => two.update(id, input));
    expect(one.eta).toEqual(two.eta);
  });

  test('asked for several results at once it keeps their order', async () => {
    const [one, two] = [new EnergyCoordinator(source), new EnergyCoordinator(source)];
    const stream = one.follow(watched(items).source);
    const results = await Promise.all([0, 1, 2, 3, 4].map(() => stream.next()));
    expect(results.map(({ done }) => done)).toEqual([false, false, false, false, true]);
    expect(results.slice(0, 4).map(({ value }) => value as Settled)).toEqual(
      items.map(([id, input]) => two.update(id, input)),
    );
  });

  test.each([
    ['an input that cannot be read', ['x', 7], 'INPUT_INVALID', /follow: update 1, inputs\.x/],
    ['an id that is not there', ['z', 0.5], 'NAME_UNKNOWN', /follow: update 1/],
    ['what is no pair', 'x', 'INPUT_INVALID', /follow: update 1/],
  ])('%s ends it with an error that says which; the state is that before it', async (_, bad, code, where) => {
    const one = new EnergyCoordinator(source);
    const { log, source: stream } = watched([items[0], bad, items[1]]);
    const results: Settled[] = [];
    const run = async () => {
      for await (const each of one.follow(stream)) results.push(each);
    };
    await expect(run()).rejects.toMatchObject({ code, message: expect.stringMatching(where) as string });
    expect(results).toHaveLength(1);
    expect(log).toEqual(['item 0', 'item 1', 'closed']);
    const two = new EnergyCoordinator(source);
    two.update('x', 0.9);
    expect(one.eta).toEqual(two.eta);
  });
});
