import type { Attributes, Gauge } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { expect, test } from 'vitest';
import { meterSink, prometheusText } from '../../src/node.js';

test('a meter gets one gauge for every column, and each value with its attributes', () => {
  const made: string[] = [];
  const heard: unknown[] = [];
  const createGauge = (name: string): Gauge => {
    made.push(name);
    return { record: (value: number, attributes?: Attributes) => void heard.push([name, value, attributes]) };
  };
  const sink = meterSink({ createGauge }, { attributes: { run: 'r' } });
  sink({ step: 1, 'energy:local:A b': 0.5, accepted: true, reason: 'text', warnings: null });
  sink({ step: 2 });
  expect(made).toEqual(['cfc.step', 'cfc.energy.local.A_b', 'cfc.accepted']);
  expect(heard).toEqual([
    ['cfc.step', 1, { run: 'r' }],
    ['cfc.energy.local.A_b', 0.5, { run: 'r' }],
    ['cfc.accepted', 1, { run: 'r' }],
    ['cfc.step', 2, { run: 'r' }],
  ]);
});

test("OpenTelemetry's own metrics exporter gets the last value of every column", async () => {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const provider = new MeterProvider({ readers: [new PeriodicExportingMetricReader({ exporter })] });
  const sink = meterSink(provider.getMeter('cfc'), { attributes: { run: 'r' } });
  for (const step of [1, 2, 3]) sink({ step, unitEnergy: 1 / step, 'energy:local:A b': -step, reason: 'text' });
  await provider.forceFlush();
  const metrics = exporter.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
  const seen = metrics.map(({ descriptor, dataPoints }) => [descriptor.name, dataPoints[0]!.value]);
  expect(seen).toEqual([
    ['cfc.step', 3],
    ['cfc.unitEnergy', 1 / 3],
    ['cfc.energy.local.A_b', -3],
  ]);
  expect(metrics.every(({ dataPoints }) => dataPoints[0]!.attributes['run'] === 'r')).toBe(true);
  await provider.shutdown();
});

test('Prometheus text names metrics, tells what they mean, and escapes labels', () => {
  const text = prometheusText({
    'a"\\\n': { step: 3, 'energy:local:A': 0.5, accepted: true, reason: 'x', warnings: null, own: -Infinity },
    b: { step: 4, 'energy:local:A': NaN, 'energy:local:B': Infinity },
  });
  expect(text).toBe(
    [
      '# HELP cfc_step number of the step, from 1',
      '# TYPE cfc_step gauge',
      'cfc_step{run="a\\"\\\\\\n"} 3',
      'cfc_step{run="b"} 4',
      '# HELP cfc_energy_local of the modules of a family, weighted',
      '# TYPE cfc_energy_local gauge',
      'cfc_energy_local{run="a\\"\\\\\\n",name="A"} 0.5',
      'cfc_energy_local{run="b",name="A"} NaN',
      'cfc_energy_local{run="b",name="B"} +Inf',
      '# HELP cfc_accepted whether the candidate was accepted',
      '# TYPE cfc_accepted gauge',
      'cfc_accepted{run="a\\"\\\\\\n"} 1',
      '# TYPE cfc_own gauge',
      'cfc_own{run="a\\"\\\\\\n"} -Inf',
      '',
    ].join('\n'),
  );
});

test('Prometheus text has every series once, where two columns get one name', () => {
  expect(prometheusText({ r: { 'a b': 1, 'a<b': 2 } })).toBe('# TYPE cfc_a_b gauge\ncfc_a_b{run="r"} 1\n');
});

test('what follows the first colon of any column is a label, and further columns tell what they mean', () => {
  const rows = { r: { 'raw:cfs': 0.5, 'cosine:task:kl': -0.1, ':odd': 1, 'own:a': 2 } };
  const more = [{ name: 'raw:*', unit: 'loss', meaning: 'loss of a constraint' }];
  expect(prometheusText(rows, more)).toBe(
    [
      '# HELP cfc_raw loss of a constraint',
      '# TYPE cfc_raw gauge',
      'cfc_raw{run="r",name="cfs"} 0.5',
      '# TYPE cfc_cosine gauge',
      'cfc_cosine{run="r",name="task:kl"} -0.1',
      '# TYPE cfc__odd gauge',
      'cfc__odd{run="r"} 1',
      '# TYPE cfc_own gauge',
      'cfc_own{run="r",name="a"} 2',
      '',
    ].join('\n'),
  );
});
