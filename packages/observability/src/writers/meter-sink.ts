import type { Attributes, Gauge, Meter } from '@opentelemetry/api';
import type { RowSink } from '../table/row.js';

/** How columns become gauges. */
export interface MeterOptions {
  /** What the names begin with; "cfc." by default. */
  readonly prefix?: string;
  /** Attributes of every measurement, such as the run's name. */
  readonly attributes?: Attributes;
}

/**
 * Rows as OpenTelemetry metrics: a gauge for every column of numbers or truth values, `energy:local:A` by the name
 * `cfc.energy.local.A`. The meter, and with it the exporter, is the caller's.
 *
 * @example
 * const sink = meterSink(metrics.getMeter('cfc'), { attributes: { run: 'first' } });
 */
export function meterSink(meter: Meter, { prefix = 'cfc.', attributes = {} }: MeterOptions = {}): RowSink {
  const gauges = new Map<string, Gauge>();
  return (row) => {
    for (const [name, cell] of Object.entries(row)) {
      if (cell === null || typeof cell === 'string') continue;
      let gauge = gauges.get(name);
      if (gauge === undefined) gauges.set(name, (gauge = meter.createGauge(metricName(prefix, name))));
      gauge.record(Number(cell), attributes);
    }
  };
}

/** Letters, digits and `_ . - /` are allowed, 255 in all. */
const metricName = (prefix: string, name: string): string =>
  `${prefix}${name.replaceAll(':', '.').replace(/[^\w.\-/]/g, '_')}`.slice(0, 255);
