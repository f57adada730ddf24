import { gradientRatioGate, replay } from '@cfc/modules-gating';
import type { Conclusion } from '../experiment.js';
import type { Findings } from './findings.js';
import { strategies } from './strategies.js';

/** Above: today's ratio of every seed, and the median. Below: how often each gate lets each blueprint pass. */
export function biasFigure({ all, reports }: Findings): Conclusion['figure'] {
  const order = [...new Set(all.map(({ blueprint }) => blueprint))];
  const x = { field: 'blueprint', type: 'nominal', title: null, sort: order, axis: { labelAngle: -40 } };
  return {
    vconcat: [
      { facet: { column: { field: 'host', title: null, sort: ['plain host', 'mixed host'] } }, ...ratioPanel(all, x) },
      { facet: { column: { field: 'gate', title: null, sort: [...strategies] } }, ...ratePanel(reports, x) },
    ],
  };
}

function ratioPanel(all: Findings['all'], x: object) {
  const values = replay(all, gradientRatioGate()).map(({ run, blueprint, decision }) => ({
    host: `${run!.split(' ')[0]} host`,
    blueprint,
    ratio: Number(decision.average.toPrecision(4)),
  }));
  const y = {
    field: 'ratio',
    type: 'quantitative',
    scale: { type: 'log' },
    axis: { values: [0.01, 0.1, 1, 10] },
    title: "today's gradient ratio",
  };
  return {
    data: { values },
    spec: {
      width: 320,
      height: 180,
      layer: [
        { mark: { type: 'tick', opacity: 0.35, thickness: 1 }, encoding: { x, y } },
        { mark: { type: 'point', filled: true, color: 'black' }, encoding: { x, y: { ...y, aggregate: 'median' } } },
      ],
    },
  };
}

function ratePanel(reports: Findings['reports'], x: object) {
  const values = strategies.flatMap((gate) =>
    reports[gate].blueprints.map(({ blueprint, rate, low, high, useful }) => {
      return { gate, blueprint, rate, low, high, useful: useful!.total === 0 ? null : useful!.rate };
    }),
  );
  const y = { field: 'rate', type: 'quantitative', scale: { domain: [0, 1] }, title: 'share that passes' };
  const of = (datum: string): object => ({ datum, type: 'nominal', title: null });
  return {
    data: { values },
    spec: {
      width: 125,
      height: 150,
      layer: [
        { mark: 'rule', encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' } } },
        { mark: { type: 'point', filled: true, size: 50, opacity: 1 }, encoding: { x, y, color: of('all seeds') } },
        {
          mark: { type: 'tick', thickness: 2 },
          encoding: { x, y: { ...y, field: 'useful' }, color: of('useful seeds') },
        },
      ],
    },
  };
}
