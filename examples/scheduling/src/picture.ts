import type { Plan, Shop } from './shop.js';

/** The plan of one shop: jobs side by side on their machines, in hours; the dark mark is a machine's room. */
export function timetable({ hours, room, value }: Shop, plan: Plan): object {
  const used = room.map(() => 0);
  const bars = plan.flatMap((machine, job) => {
    if (machine < 0) return [];
    const from = used[machine]!;
    used[machine] = from + hours[job]![machine]!;
    const worth = value[job]! / hours[job]![machine]!;
    return [
      {
        machine: `machine ${machine + 1}`,
        job: `${job + 1}`,
        from,
        to: used[machine],
        worth: Math.round(100 * worth) / 100,
      },
    ];
  });
  const y = { field: 'machine', type: 'nominal', title: null, axis: { labelLimit: 100 } };
  const x = { type: 'quantitative', title: 'hours' };
  return {
    width: 330,
    height: 200,
    layer: [
      {
        data: { values: bars },
        mark: { type: 'bar', stroke: 'white' },
        encoding: {
          y,
          x: { ...x, field: 'from' },
          x2: { field: 'to' },
          color: {
            field: 'worth',
            type: 'quantitative',
            title: 'value/hour',
            scale: { scheme: 'blues', domain: [0, 2] },
          },
        },
      },
      {
        data: { values: bars.map((bar) => ({ ...bar, from: (bar.from + bar.to) / 2 })) },
        mark: { type: 'text', fontSize: 12 },
        encoding: { y, x: { ...x, field: 'from' }, text: { field: 'job' } },
      },
      {
        data: { values: room.map((most, m) => ({ machine: `machine ${m + 1}`, most })) },
        mark: { type: 'tick', thickness: 3, color: 'black' },
        encoding: { y, x: { ...x, field: 'most' } },
      },
    ],
  };
}

/** Profits of all shops as shares of the optimum; the tick is the mean. */
export function shares(methods: Readonly<Record<string, readonly number[]>>): object {
  const values = Object.entries(methods).flatMap(([method, all]) =>
    all.map((share) => ({ method, share: Math.round(1000 * share) / 1000 })),
  );
  const x = { field: 'method', type: 'nominal', title: null, sort: null, axis: { labelAngle: 0 } };
  const y = { field: 'share', type: 'quantitative', title: 'share of the best profit', scale: { zero: false } };
  return {
    width: 150,
    height: 200,
    data: { values },
    layer: [
      { mark: { type: 'point', opacity: 0.5 }, encoding: { x, y } },
      { mark: { type: 'tick', thickness: 3, color: '#d55e00' }, encoding: { x, y: { ...y, aggregate: 'mean' } } },
    ],
  };
}
