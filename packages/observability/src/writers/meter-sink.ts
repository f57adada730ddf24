import type { RowSink } from '../table/row.js';

/** What is used of a meter of OpenTelemetry, so that its types need not be there. */
export interface GaugeMeter {
  createGauge(name: string): Gauge;
}

/** Takes the values of one column. */
export interface Gauge {
  record(value: number, attributes: MeterAttributes): void;
}

/** Attributes of a measurement. */
export type MeterAttributes = Record<string, string | number | boolean>;

/** How columns become gauges. */
export interface MeterOptions {
  /** What the names begin with; "cfc." by default. */
  readonly prefix?: string;
  /** Attributes of every measurement, such as the run's name. */
  readonly attributes?: MeterAttributes;
}

/**
 * Rows as OpenTelemetry metrics: a gauge for every column of numbers or truth values, `energy:local:A` by the name
 * `cfc.energy.local.A`. The meter, and with it the exporter, is the caller's.
 *
 * @example
 * const sink = meterSink(metrics.getMeter('cfc'), { attributes: { run: 'first' } });
 */
export function meterSink(meter: GaugeMeter, { prefix = 'cfc.', attributes = {} }: MeterOptions = {}): RowSink {
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
