import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { meterSink, prometheusText } from '../../src/node.js';

// Its CommonJS form: the other one has imports without file endings, which Node refuses.
const sdk = createRequire(import.meta.url)('@opentelemetry/sdk-metrics') as typeof import('@opentelemetry/sdk-metrics');
const { AggregationTemporality, InMemoryMetricExporter, MeterProvider, PeriodicExportingMetricReader } = sdk;

test("OpenTelemetry's own SDK exports a gauge for every column, with its last value", async () => {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const provider = new MeterProvider({ readers: [new PeriodicExportingMetricReader({ exporter })] });
  const sink = meterSink(provider.getMeter('cfc'), { attributes: { run: 'r' } });
  sink({ step: 1, 'energy:local:A b': 0.5, accepted: true, reason: 'text', warnings: null });
  sink({ step: 2, 'energy:local:A b': 0.25, accepted: false });
  await provider.forceFlush();
  const metrics = exporter.getMetrics().at(-1)!.scopeMetrics[0]!.metrics;
  expect(metrics.map(({ descriptor, dataPoints }) => [descriptor.name, dataPoints[0]!.value])).toEqual([
    ['cfc.step', 2],
    ['cfc.energy.local.A_b', 0.25],
    ['cfc.accepted', 0],
  ]);
  expect(metrics[0]!.dataPoints[0]!.attributes).toEqual({ run: 'r' });
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
