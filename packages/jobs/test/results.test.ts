import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inProcess, results } from '../src/index.js';
import { byHand, settled, type Square, squares } from './support/squares.js';

/** Collects results while they come. */
function collected(source: AsyncIterable<{ readonly job: Square; readonly result: unknown }>) {
  const got: unknown[] = [];
  const ended = (async () => {
    for await (const { result } of source) got.push(result);
  })();
  return { got, ended };
}

describe('results', () => {
  test('come in the order of the jobs, whatever the order in which they are finished', async () => {
    const shuffled = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
    await fc.assert(
      fc.asyncProperty(shuffled, async (order) => {
        const { engine, end, closed } = byHand(6);
        const { got, ended } = collected(results(squares(6), engine));
        await settled();
        const seen = new Set<number>();
        for (const x of order) {
          end(x);
          seen.add(x);
          await settled();
          const turn = [0, 1, 2, 3, 4, 5, 6].find((y) => !seen.has(y))!;
          expect(got).toEqual([0, 1, 4, 9, 16, 25].slice(0, turn));
        }
        await ended;
        expect(closed()).toBe(1);
      }),
      { seed: 1, numRuns: 30 },
    );
  });

  test('are told of at once, with whether it is their turn', async () => {
    const { engine, end } = byHand(2);
    const told: unknown[] = [];
    const finished = ({ x }: Square, result: unknown, inTurn: boolean) => void told.push([x, result, inTurn]);
    const { ended } = collected(results(squares(2), engine, { finished }));
    await settled();
    end(1);
    await settled();
    end(0);
    await ended;
    expect(told).toEqual([
      [1, 1, false],
      [0, 0, true],
    ]);
  });

  test('as many jobs as the engine takes are under way, and none too far ahead', async () => {
    const { engine, begun, end } = byHand(3);
    collected(results(squares(10), engine, { ahead: 4 }));
    await settled();
    expect(begun).toEqual([0, 1, 2]);
    end(1);
    end(2);
    await settled();
    expect(begun).toEqual([0, 1, 2, 3]);
    end(0);
    await settled();
    expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('none ahead of the first are refused, not left undone', async () => {
    const { engine, begun, closed } = byHand(3);
    const { ended } = collected(results(squares(2), engine, { ahead: 0 }));
    await expect(ended).rejects.toThrow('OPTION_INVALID: ahead is 0 (at results.ahead)');
    expect([begun, closed()]).toEqual([[], 1]);
  });

  test('a job that throws ends them, and the engine is closed', async () => {
    const { engine, fail, end, closed } = byHand(2);
    const { got, ended } = collected(results(squares(5), engine));
    await settled();
    end(0);
    await settled();
    fail(1, new Error('no square of 1'));
    await expect(ended).rejects.toThrow('no square of 1');
    expect([got, closed()]).toEqual([[0], 1]);
  });

  test('interrupted they end, and what is finished in turn is still handed on', async () => {
    const { engine, end, closed, begun } = byHand(2);
    const controller = new AbortController();
    const { got, ended } = collected(results(squares(5), engine, { interrupt: controller.signal }));
    await settled();
    end(0);
    controller.abort();
    await ended;
    expect([got, begun, closed()]).toEqual([[0], [0, 1], 1]);
  });

  test('jobs may be endless: they are made when their time has come', async () => {
    let made = 0;
    function* endless(): Generator<Square> {
      for (let x = 0; ; x++) {
        made++;
        yield { key: String(x), x };
      }
    }
    const got: unknown[] = [];
    for await (const { result } of results(
      endless(),
      inProcess<Square>(({ x }) => x * x),
    )) {
      if (got.push(result) === 4) break;
    }
    expect([got, made]).toEqual([[0, 1, 4, 9], 4]);
  });
});
