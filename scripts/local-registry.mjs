// A package registry on this machine, for checks: what was packed or published to it; everything else is where it always was.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Answers npm and pnpm, for installs and for publishing. Other packages are looked for in the registry that npm is set to,
 * but those of @cfc are never: they are here or nowhere.
 *
 * @param {Record<string, string>} files packed packages, by name, as `packed` gives them
 * @returns {Promise<{ url: string, env: NodeJS.ProcessEnv, packages: Map<string, any>, stop: () => Promise<void> }>}
 *   `env` makes npm and pnpm use it; `packages` holds `versions` and `dist-tags` by name
 */
export async function localRegistry(files = {}) {
  const npm = { encoding: 'utf8', shell: process.platform === 'win32' };
  const upstream = execFileSync('npm', ['config', 'get', 'registry'], npm).trim();
  const packages = new Map();
  const tarballs = new Map();

  /** One version of a package, under tags. */
  const add = (manifest, bytes, tags) => {
    const { name, version } = manifest;
    const file = `${name}/-/${name.split('/').at(-1)}-${version}.tgz`;
    tarballs.set(file, bytes);
    const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
    const known = packages.get(name) ?? { name, versions: {}, 'dist-tags': {} };
    known.versions[version] = { ...manifest, dist: { tarball: url + file, integrity } };
    Object.assign(known['dist-tags'], tags);
    packages.set(name, known);
  };

  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, url).pathname).slice(1);
    if (request.method === 'PUT') {
      const { versions, 'dist-tags': tags, _attachments: attached } = await bodyOf(request);
      const [manifest] = Object.values(versions);
      if (packages.get(path)?.versions[manifest.version] !== undefined) return void response.writeHead(403).end('{}');
      add(manifest, Buffer.from(Object.values(attached)[0].data, 'base64'), tags);
      return void response.writeHead(201).end('{}');
    }
    if (packages.has(path)) return void response.end(JSON.stringify(packages.get(path)));
    if (tarballs.has(path)) return void response.end(tarballs.get(path));
    if (path.startsWith('@cfc/')) return void response.writeHead(404).end('{}');
    response.writeHead(307, { location: new URL(request.url.slice(1), upstream).href }).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${server.address().port}`;
  const url = `http://${host}/`;
  for (const file of Object.values(files)) {
    const manifest = JSON.parse(execFileSync('tar', ['-xzOf', file, 'package/package.json'], { encoding: 'utf8' }));
    add(manifest, readFileSync(file), { latest: manifest.version });
  }
  // Publishing asks for a token, any token; a shell would drop a variable of such a name, so it stands in a file.
  const userconfig = join(mkdtempSync(join(tmpdir(), 'cfc-registry-')), 'npmrc');
  const own = execFileSync('npm', ['config', 'get', 'userconfig'], npm).trim();
  writeFileSync(userconfig, `${existsSync(own) ? readFileSync(own, 'utf8') : ''}\n//${host}/:_authToken=local\n`);
  const env = { ...process.env, npm_config_registry: url, npm_config_userconfig: userconfig };
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
    rmSync(dirname(userconfig), { recursive: true });
  };
  return { url, env, packages, stop };
}

/** The JSON that a request carries. */
async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString());
}
