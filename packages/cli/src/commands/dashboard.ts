import { once } from 'node:events';
import { resolve } from 'node:path';
import { dualColumns } from '@cfc/dual';
import { type Dashboard, type DashboardOptions, serveDashboard } from '@cfc/observability/node';
import type { Command } from 'commander';
import { openPage } from '../dashboard/open-page.js';
import { rememberedToken } from '../dashboard/remembered-token.js';
import { wholeNumber } from '../flags/whole-number.js';
import type { Io } from '../io.js';

/** Tried where none is given, so that a page that is open finds its server again after a restart. */
const PORT = 4680;

interface Flags {
  readonly port?: string;
  readonly watch?: string;
  readonly open: boolean;
}

/** `cfc dashboard`: runs on a local page, live. */
export function addDashboard(program: Command, io: Io): void {
  program
    .command('dashboard')
    .description('show runs on a local page, live, until interrupted')
    .argument('[dir]', 'folder of runs, or of one run')
    .option('--port <n>', `port on 127.0.0.1; 0 takes a free one (${PORT}, or a free one where it is taken)`)
    .option('--watch <file>', 'show a table too that may be growing: .csv, .jsonl or .ndjson')
    .option('--no-open', 'print the address only, open no browser')
    .action((dir: string | undefined, flags: Flags) => dashboard(dir, flags, io));
}

async function dashboard(dir: string | undefined, { port, watch, open }: Flags, io: Io): Promise<void> {
  const options: DashboardOptions = {
    token: rememberedToken(),
    columns: dualColumns,
    ...(dir === undefined ? {} : { root: resolve(io.cwd, dir) }),
    ...(watch === undefined ? {} : { watch: resolve(io.cwd, watch) }),
  };
  const served = port === undefined ? await usual(options) : await asked(options, port);
  const signal = io.interruptible();
  io.stdout.write(`${served.url}\nCtrl-C ends it. Whoever has the address and is on this machine may look.\n`);
  if (open && io.stdout.isTTY === true) openPage(served.url);
  if (!signal.aborted) await once(signal, 'abort');
  await served.close();
}

const asked = (options: DashboardOptions, port: string): Promise<Dashboard> =>
  serveDashboard({ ...options, port: wholeNumber('--port', port, 0, 65_535) });

const usual = (options: DashboardOptions): Promise<Dashboard> =>
  serveDashboard({ ...options, port: PORT }).catch(() => serveDashboard(options));
