/** What needs a package that is an optional peer of one of ours. A test holds the names against the manifests. */
export const uses: Readonly<Record<string, string>> = {
  '@jax-js/jax': 'onJax of @cfc/gspo-jax, in programs; no command',
  bullmq: 'cfc jobs, and --engine bullmq of any command',
  'hyparquet-writer': 'cfc export --format parquet, cfc vacua label --out',
  ioredis: 'cfc jobs, and --engine bullmq of any command',
  uplot: 'cfc dashboard',
  vega: 'cfc plot and report, and --out of cfc sweep, experiment and vacua run',
  'vega-lite': 'cfc plot and report, and --out of cfc sweep, experiment and vacua run',
};
