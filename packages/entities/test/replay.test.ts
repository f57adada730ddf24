import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compacted, readLog, record, replay } from '../src/index.js';
import { moves, play, stateOf } from './support/play.js';
import { errorOf, registry, ring } from './support/world.js';

const start = () => record(ring(), { registry, eta: [0.9, 0.2, 0.5, 0.4], tolerance: 1e-5 });

test('any commands replay to the same bits, on either back end', () => {
  const counts: Record<string, number> = {};
  fc.assert(
    fc.property(moves(20), (all) => {
      const run = start();
      for (const move of all) play(run, move);
      const state = stateOf(run);
      for (const entry of readLog(run.log).entries) {
        const name = 'failed' in entry ? 'failed' : entry.type;
        counts[name] = (counts[name] ?? 0) + 1;
      }
      expect(stateOf(replay(run.log, registry))).toEqual(state);
      expect(stateOf(replay(run.log, registry, { backend: 'js' }))).toEqual(state);
    }),
    { seed: 1, numRuns: 80 },
  );
  expect(Object.keys(counts)).toHaveLength(9);
  for (const [type, count] of Object.entries(counts)) expect(count, type).toBeGreaterThanOrEqual(30);
});

test('a log cut at any line replays to the state at that line', () => {
  fc.assert(
    fc.property(moves(12), (all) => {
      const run = start();
      const states = new Map([[run.log, stateOf(run)]]);
      for (const move of all) {
        play(run, move);
        states.set(run.log, stateOf(run));
      }
      const lines = run.log.split('\n').slice(0, -1);
      expect(states.size).toBe(lines.length);
      lines.forEach((_, k) => {
        const cut = `${lines.slice(0, k + 1).join('\n')}\n`;
        expect(stateOf(replay(cut, registry))).toEqual(states.get(cut));
      });
    }),
    { seed: 2, numRuns: 30 },
  );
});

test('a run goes on from a replay as it would have gone on itself', () => {
  fc.assert(
    fc.property(moves(10), moves(10), (first, then) => {
      const run = start();
      for (const move of first) play(run, move);
      const again = replay(run.log, registry);
      for (const move of then) {
        play(run, move);
        play(again, move);
      }
      expect(again.log).toBe(run.log);
      expect(stateOf(again)).toEqual(stateOf(run));
    }),
    { seed: 3, numRuns: 60 },
  );
});

test('looking changes nothing: a run that is looked at after every command has the bits of one that is not', () => {
  fc.assert(
    fc.property(moves(15, ['snapshot']), (all) => {
      const [one, other] = [start(), start()];
      for (const move of all) {
        play(one, move);
        play(other, move);
        stateOf(one);
      }
      expect(stateOf(other)).toEqual(stateOf(one));
    }),
    { seed: 4, numRuns: 60 },
  );
});

test('with snapshots on the way, the whole log, the log from the last snapshot and an audit agree to the bit', () => {
  fc.assert(
    fc.property(moves(15, ['snapshot', 'snapshot']), (all) => {
      const run = start();
      for (const move of all) play(run, move);
      const state = stateOf(run);
      const short = compacted(run.log);
      expect(stateOf(replay(run.log, registry))).toEqual(state);
      expect(stateOf(replay(run.log, registry, { audit: true }))).toEqual(state);
      expect(stateOf(replay(short, registry))).toEqual(state);
      expect(short.split('\n').filter((line) => line.includes('"type":"snapshot"'))).toHaveLength(1);
    }),
    { seed: 5, numRuns: 60 },
  );
});

test('a half-written last line is dropped, wherever it was cut', () => {
  const run = start();
  run.change('b', { h: 0.1 });
  const whole = run.log;
  const state = stateOf(run);
  run.update('a', 0.3);
  const last = run.log.slice(whole.length);
  for (let length = 1; length < last.length - 1; length++) {
    const again = replay(whole + last.slice(0, length), registry);
    expect(again.log).toBe(whole);
    expect(stateOf(again)).toEqual(state);
  }
  expect(stateOf(replay(run.log.trimEnd(), registry))).toEqual(stateOf(run));
});

test('a missing, repeated or displaced line is an error that names the line', () => {
  const run = start();
  for (const h of [0.1, 0.2, 0.3, 0.4]) run.change('b', { h });
  const lines = run.log.split('\n').slice(0, -1);
  const text = (...at: readonly number[]): string => at.map((k) => `${lines[k]}\n`).join('');
  const error = (log: string) => errorOf(() => replay(log, registry));
  expect(error(text(0, 1, 3, 4))).toMatchObject({
    code: 'INPUT_INVALID',
    where: 'line 3 of the log',
    what: 'seq is 3 where 2 should be',
  });
  expect(error(text(0, 2, 1, 3))).toMatchObject({ where: 'line 2 of the log' });
  expect(error(text(0, 1, 1, 2))).toMatchObject({ where: 'line 3 of the log' });
  expect(error(text(1, 2, 3))).toMatchObject({ where: 'line 1 of the log', what: 'the log begins with "change"' });
  expect(error(`${text(0, 1)}{"seq":2,\n${text(2)}`)).toMatchObject({ where: 'line 3 of the log' });
  expect(error(`${text(0, 1)}\n${text(2)}`)).toMatchObject({ where: 'line 3 of the log' });
  expect(error(`${text(0)}{"seq":1,"type":"reset"}\n`)).toMatchObject({ where: 'line 2 of the log' });
  expect(error(`${text(0)}{"seq":1,"type":"change"}\n`)).toMatchObject({
    code: 'INPUT_INVALID',
    where: 'line 2 of the log',
  });
  expect(error(`${text(0)}{"seq":1,"type":"update"}\n`)).toMatchObject({
    code: 'INPUT_INVALID',
    where: 'line 2 of the log',
  });
  expect(error('')).toMatchObject({ where: 'line 1 of the log', what: 'the log is empty' });
  expect(error(text(0).replace('"cfc":1', '"cfc":2'))).toMatchObject({ where: 'line 1 of the log' });
});

test('a line that was tampered with is found: by its versions, by an audit, or by the system', () => {
  const run = start();
  run.change('b', { h: 0.1 });
  run.snapshot();
  run.change('b', { h: 0.2 });
  const { log } = run;
  const error = (text: string, audit = false) => errorOf(() => replay(text, registry, { audit }));
  expect(error(log.replace('"versions":{"b":3}', '"versions":{"b":4}'))).toMatchObject({
    code: 'INPUT_INVALID',
    where: 'line 4 of the log: versions',
  });
  const changed = log.replace('"with":{"h":0.1},"versions"', '"with":{"h":0.15},"versions"');
  expect(changed).not.toBe(log);
  expect(error(changed)).toBeUndefined();
  expect(error(changed, true)).toMatchObject({ code: 'INPUT_INVALID', where: 'line 3 of the log: snapshot' });
  expect(error(log, true)).toBeUndefined();
  expect(error(log.replaceAll('"id":"b"', '"id":"e"'))).toMatchObject({ code: 'NAME_UNKNOWN' });
  expect(error(log.replaceAll('WellModule', 'WallModule'))).toMatchObject({
    code: 'NAME_UNKNOWN',
    where: 'line 3 of the log: modules.c',
  });
});

test('bad arguments have their errors', () => {
  const { log } = start();
  expect(errorOf(() => replay(log, {} as never))).toMatchObject({ code: 'OPTION_INVALID' });
  expect(errorOf(() => replay(5 as never, registry))).toMatchObject({ code: 'INPUT_INVALID' });
  expect(errorOf(() => replay(log, registry, { sink: 5 } as never))).toMatchObject({ code: 'OPTION_INVALID' });
  expect(errorOf(() => replay(log, registry, { from: 3 } as never))).toMatchObject({ code: 'OPTION_UNKNOWN' });
});
