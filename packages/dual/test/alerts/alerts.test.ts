import { expect, test } from 'vitest';
import { alertsOf, createAlerts, createDual, type DualConfig, traceRow } from '../../src/index.js';

const config: DualConfig = {
  constraints: { a: { target: 0, rate: 1, max: 3 }, b: { target: 0, rate: 0.1 } },
  alerts: { window: 20, satisfaction: 0.8, capped: 5 },
};
/** a is violated throughout; b is satisfied in 3 of 4 steps, from step 40 on in all. */
const values = (t: number) => ({ a: 1, b: t < 40 && t % 4 === 0 ? 1 : -1 });

test('an engine tells of λ at its cap once, and of low satisfaction once it has a whole window', () => {
  const dual = createDual(config);
  const told = Array.from({ length: 100 }, (_, t) => dual.step({ values: values(t) })).flatMap(({ step, alerts }) =>
    alerts.map(({ constraint, kind }) => [step, constraint, kind]),
  );
  expect(told).toEqual([
    [7, 'a', 'capped'], // at the cap from step 3 on
    [20, 'a', 'unsatisfied'],
    [20, 'b', 'unsatisfied'],
  ]);
});

test('an alert comes again only after it was over', () => {
  const dual = createDual({ constraints: { a: { target: 0, rate: 1, max: 1 } }, alerts: { window: 4, capped: 2 } });
  const run = [1, 1, 1, 1, -1, -1, -1, -1, 1, 1, 1, 1].map((a) =>
    dual.step({ values: { a } }).alerts.map(({ kind }) => kind),
  );
  expect(run.flat()).toEqual(['capped', 'unsatisfied', 'unsatisfied', 'capped']);
});

test('a message says what, for how long and up to which step', () => {
  const dual = createDual(config);
  const messages = Array.from({ length: 20 }, (_, t) => dual.step({ values: values(t) }).alerts).flat();
  expect(messages.map(({ message }) => message)).toEqual([
    'λ of a has been at its cap 3 for 5 steps, up to step 7',
    'a was satisfied in 0% of the last 20 steps, up to step 20: less than 80%',
    'b was satisfied in 75% of the last 20 steps, up to step 20: less than 80%',
  ]);
});

test('a trace gives the alerts that its engine gave', () => {
  const dual = createDual(config);
  const steps = Array.from({ length: 100 }, (_, t) => dual.step({ values: values(t) }));
  const rows = steps.map((step) => traceRow(step));
  const told = steps.flatMap(({ step, alerts }) => alerts.map((alert) => ({ ...alert, step })));
  expect(alertsOf(rows, config.alerts)).toEqual(told);
  expect(
    alertsOf(
      rows.map((row) => JSON.parse(JSON.stringify(row)) as typeof row),
      config.alerts,
    ),
  ).toEqual(told);
});

test('alerts go on from their state as if nothing had happened', () => {
  const whole = createDual(config);
  let parts = createDual(config);
  for (let t = 0; t < 60; t++) {
    parts = createDual(config, JSON.parse(JSON.stringify(parts.state())) as ReturnType<typeof parts.state>);
    expect(parts.step({ values: values(t) })).toEqual(whole.step({ values: values(t) }));
  }
});

test('a step without a value counts in neither way', () => {
  const dual = createDual({ constraints: { a: { target: 0 } }, alerts: { window: 2 } });
  const kinds = [-1, NaN, NaN, NaN, -1, 1].map((a) => dual.step({ values: { a } }).alerts.map(({ kind }) => kind));
  expect(kinds).toEqual([[], [], [], [], [], ['unsatisfied']]);
});

test('options of alerts are checked', () => {
  expect(() => createAlerts({ windw: 3 } as never, [])).toThrow('Did you mean "window"?');
  expect(() => createAlerts({ satisfaction: 2 }, [])).toThrow('OPTION_INVALID');
});
