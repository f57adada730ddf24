import { columnOf } from '../columns/columns.js';
import type { Column } from '../table/column.js';
import type { Row } from '../table/row.js';

/**
 * The last rows of runs, by the runs' names, in the text format of Prometheus (0.0.4): a gauge for every column of numbers or truth values.
 * What the star of a column stands for becomes a label, and what follows the first colon of a column that is not known:
 * `energy:local:A` is `cfc_energy_local{run="r",name="A"}`, and `raw:kl` is `cfc_raw{run="r",name="kl"}`.
 * Other signs than letters, digits and "_" become "_"; of columns that are the same then the first counts.
 *
 * @param more columns beyond `columns` whose meanings are told, such as `dualColumns` of @cfc/dual
 *
 * @example
 * prometheusText({ first: { step: 3, energy: 0.2 } });
 */
export function prometheusText(rows: Readonly<Record<string, Row>>, more: readonly Column[] = []): string {
  const metrics = new Map<string, { help: string; samples: Map<string, string> }>();
  for (const [run, row] of Object.entries(rows)) {
    for (const [column, cell] of Object.entries(row)) {
      if (cell === null || typeof cell === 'string') continue;
      const { metric, name, help } = placeOf(column, more);
      const labels = [`run="${label(run)}"`, ...(name === null ? [] : [`name="${label(name)}"`])];
      const known = metrics.get(metric) ?? { help, samples: new Map<string, string>() };
      metrics.set(metric, known);
      const series = `${metric}{${labels.join(',')}}`; // given twice, Prometheus would take none of all
      if (!known.samples.has(series)) known.samples.set(series, `${series} ${valueOf(Number(cell))}\n`);
    }
  }
  return [...metrics]
    .map(([metric, { help, samples }]) => {
      const head = help === '' ? '' : `# HELP ${metric} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}\n`;
      return `${head}# TYPE ${metric} gauge\n${[...samples.values()].join('')}`;
    })
    .join('');
}

function placeOf(column: string, more: readonly Column[]): { metric: string; name: string | null; help: string } {
  const found = columnOf(column, more);
  const stem = found === undefined ? (/^\w+:(?=.)/.exec(column)?.[0] ?? null) : stemOf(found);
  const metric = `cfc_${(stem?.replace(/:$/, '') ?? column).replace(/\W/g, '_')}`;
  return { metric, name: stem === null ? null : column.slice(stem.length), help: found?.meaning ?? '' };
}

const stemOf = ({ name }: Column): string | null => (name.endsWith('*') ? name.slice(0, -1) : null);

const label = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

const valueOf = (value: number): string =>
  Number.isNaN(value) ? 'NaN' : Number.isFinite(value) ? String(value) : value > 0 ? '+Inf' : '-Inf';
