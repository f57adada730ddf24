// What the workspace takes from others: node scripts/check-supply.mjs
// The lockfile is that of the manifests, licences are allowed, no install script runs, advisories are explained, nothing is unused or unlisted.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from './workspace.mjs';

const allowed = JSON.parse(readFileSync(join(root, 'scripts/supply.json'), 'utf8'));
const env = { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`, CI: 'true' };

function run(command, ...args) {
  const shell = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    env,
    shell,
    encoding: 'utf8',
    maxBuffer: 1 << 27,
  });
  return { status, stdout: stdout ?? '', told: `${stdout ?? ''}${stderr ?? ''}`.trim() };
}

/** Each check gives what it looked at, or what is wrong and how to mend it. */
const checks = {
  lockfile() {
    const { status, told } = run('pnpm', 'install', '--frozen-lockfile', '--lockfile-only', '--offline');
    if (status === 0) return { saw: 'the lockfile is that of the manifests' };
    return { faults: [`pnpm-lock.yaml is not that of the manifests; run npx pnpm install and commit it:\n${told}`] };
  },

  licences() {
    const production = new Set(listed('--prod').map(({ name }) => name));
    const all = listed();
    const faults = all.flatMap(({ name, license }) => {
      const shipped = production.has(name);
      const known = { ...allowed.production, ...(shipped ? {} : allowed.development), ...byPackage(name, license) };
      if (Object.hasOwn(known, license)) return [];
      const kind = shipped ? 'production' : 'development';
      return [
        `${name} (${kind}) has the licence ${license}: replace it, or allow it in scripts/supply.json with a reason`,
      ];
    });
    const stale = Object.keys(allowed.packages).filter((name) => !all.some((one) => one.name === name));
    for (const name of stale) faults.push(`scripts/supply.json speaks of ${name}, which is not installed: remove it`);
    return { faults, saw: `${all.length} packages, ${production.size} of them in production, under allowed licences` };
  },

  scripts() {
    const {
      allowBuilds = {},
      onlyBuiltDependencies = [],
      dangerouslyAllowAllBuilds,
    } = parse(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8'));
    const may = [...onlyBuiltDependencies, ...Object.keys(allowBuilds).filter((name) => allowBuilds[name] !== false)];
    const faults = may.map(
      (name) => `${name} may run its install script: say false in pnpm-workspace.yaml, allowBuilds`,
    );
    if (dangerouslyAllowAllBuilds) faults.push('dangerouslyAllowAllBuilds lets every install script run: remove it');
    const scripted = listed().filter(({ paths }) => paths.some(hasInstallScript));
    for (const { name } of scripted) {
      if (allowBuilds[name] === false) continue;
      faults.push(`${name} has an install script: see that it works without, then say false in pnpm-workspace.yaml`);
    }
    return { faults, saw: `install scripts: ${scripted.map(({ name }) => name).join(', ') || 'none'}, none may run` };
  },

  audit() {
    const { stdout, told } = run('pnpm', 'audit', '--json');
    const report = jsonOf(stdout);
    if (report?.advisories === undefined) {
      return { skipped: `no audit endpoint: ${report?.error?.message ?? told.split('\n')[0]}` };
    }
    const today = new Date().toISOString().slice(0, 10);
    const faults = Object.values(report.advisories).flatMap(
      ({ github_advisory_id: id, module_name: name, title, url }) => {
        const why = allowed.advisories.find((one) => one.id === id);
        if (why !== undefined && why.reason && why.until >= today) return [];
        return [
          `${name}: ${title} (${url}): update it, or explain ${id} in scripts/supply.json with a reason and a date`,
        ];
      },
    );
    return { faults, saw: 'no advisory is unexplained' };
  },

  unused() {
    const { status, told } = run('knip', '--no-progress');
    if (status === 0) return { saw: 'no file, export or dependency is unused or unlisted' };
    return {
      faults: [
        `knip finds what nobody uses, or what no manifest lists; delete or list it, or explain it in knip.jsonc:\n${told}`,
      ],
    };
  },
};

/** Installed packages of others, by licence; the workspace's own are not among them. */
function listed(...flags) {
  const { stdout, told } = run('pnpm', 'licenses', 'list', '--json', ...flags);
  const report = jsonOf(stdout);
  if (report === null) throw new Error(`pnpm licenses list failed: ${told}`);
  return Object.entries(report).flatMap(([license, packages]) => packages.map((one) => ({ ...one, license })));
}

const byPackage = (name, license) =>
  Object.hasOwn(allowed.packages, name) ? { [license]: allowed.packages[name] } : {};

/** False too for what this machine does not install: an optional package of another platform. */
function hasInstallScript(path) {
  if (!existsSync(path)) return false;
  const { scripts = {} } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  return (
    ['preinstall', 'install', 'postinstall'].some((name) => scripts[name]) || existsSync(join(path, 'binding.gyp'))
  );
}

function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const wanted = process.argv.slice(2);
for (const [name, check] of Object.entries(checks)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { faults = [], saw, skipped } = check();
  if (skipped !== undefined) console.log(`skipped: ${name}: ${skipped}`);
  else if (faults.length === 0) console.log(`${name}: ${saw}`);
  for (const fault of faults) console.error(`FAULT ${name}: ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}
