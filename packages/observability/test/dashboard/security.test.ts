import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { serveDashboard } from '../../src/node.js';
import { ask } from './support/ask.js';
import { folder, lines, writeRun } from './support/runs.js';

const token = 'a-token-of-a-test-0123';

/** A server over `runs` in a folder that also has a secret beside it, and links that lead there. */
async function served() {
  const top = folder();
  const root = join(top, 'runs');
  mkdirSync(root);
  writeRun(root, 'a', 3);
  writeRun(top, 'secret', 3);
  mkdirSync(join(root, 'links'));
  symlinkSync(join(top, 'secret'), join(root, 'linked'));
  symlinkSync(join(top, 'secret', 'trace.jsonl'), join(root, 'links', 'trace.jsonl'));
  symlinkSync(join(root, 'a'), join(root, 'within'));
  const dashboard = await serveDashboard({ root, token });
  onTestFinished(() => dashboard.close());
  return { ...dashboard, root, top };
}

describe('who is let in', () => {
  const table = `/${token}/table?run=a`;
  const cases: readonly [what: string, path: string, headers: Record<string, string>, status: number][] = [
    ['the page', `/${token}/`, {}, 200],
    ['a table', table, {}, 200],
    ['the name localhost', table, { host: 'localhost:PORT' }, 200],
    ['its own origin', table, { origin: 'http://127.0.0.1:PORT' }, 200],
    ['metrics', `/${token}/metrics`, {}, 200],
    ['metrics for another host', `/${token}/metrics`, { host: 'evil.example:PORT' }, 403],
    ['metrics for another origin', `/${token}/metrics`, { origin: 'https://evil.example' }, 403],
    ['metrics without the token', '/metrics', {}, 403],
    ['an export', `/${token}/export?run=a&format=csv`, {}, 200],
    ['an export for another origin', `/${token}/export?run=a&format=csv`, { origin: 'https://evil.example' }, 403],
    ['an export without the token', '/export?run=a&format=csv', {}, 403],
    ['another host', table, { host: 'evil.example:PORT' }, 403],
    ['a host that begins alike', table, { host: '127.0.0.1:PORT.evil.example' }, 403],
    ['a host without the port', table, { host: '127.0.0.1' }, 403],
    ['another port', table, { host: '127.0.0.1:1' }, 403],
    ['another origin', table, { origin: 'https://evil.example' }, 403],
    ['an origin of another port', table, { origin: 'http://127.0.0.1:1' }, 403],
    ['a hidden origin', table, { origin: 'null' }, 403],
    ['a script of another site', table, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 403],
    ['no token', '/', {}, 403],
    ['no token, but a path', '/table?run=a', {}, 403],
    ['a wrong token', `/${token}x/table?run=a`, {}, 403],
    ['the beginning of the token', `/${token.slice(0, -1)}/`, {}, 403],
    ['the token in other letters', `/${token.toUpperCase()}/`, {}, 403],
    ['the token alone', `/${token}`, {}, 404],
  ];
  test.each(cases)('%s', async (_, path, headers, status) => {
    const { port } = await served();
    const sent = Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', String(port))]);
    const answer = await ask(port, path, Object.fromEntries(sent) as Record<string, string>);
    expect(answer.status).toBe(status);
    if (status !== 200) expect(answer.body).not.toContain('step');
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])('%s is refused', async (method) => {
    const { port } = await served();
    expect((await ask(port, table, {}, method)).status).toBe(405);
  });
});

describe('what is handed out', () => {
  test.each([
    ['a run', 'a', 200],
    ['a link to a run inside', 'within', 200],
    ['the parent', '..', 404],
    ['a path upwards', '../secret', 404],
    ['an encoded path upwards', '%2e%2e%2fsecret', 404],
    ['a twice encoded path upwards', '%252e%252e%252fsecret', 404],
    ['a path with backslashes', '..%5csecret', 404],
    ['an absolute path', '/etc', 404],
    ['a path through a run', 'a/../../secret', 404],
    ['a zero byte', 'a%00', 404],
    ['nothing', '', 404],
    ['a linked folder that lies outside', 'linked', 404],
    ['a linked trace that lies outside', 'links', 404],
    ['a folder without a trace', 'none', 404],
    ['a file that is watched, where none is', 'file:', 404],
  ])('for %s', async (_, run, status) => {
    const { port } = await served();
    expect((await ask(port, `/${token}/table?run=${run}`)).status).toBe(status);
    expect((await ask(port, `/${token}/export?run=${run}&format=csv`)).status).toBe(status);
    if (status === 404) expect((await ask(port, `/${token}/events?run=${run}`)).status).toBe(404);
  });

  test.each([
    '/../../secret/trace.jsonl',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/tsconfig.json',
    '/uplot.d.ts',
    '//etc/passwd',
    '/a/trace.jsonl',
  ])('no file of the disk by %s', async (path) => {
    const { port } = await served();
    expect((await ask(port, `/${token}${path}`)).status).toBe(404);
  });

  test('linked runs outside are not listed', async () => {
    const { port, root } = await served();
    mkdirSync(join(root, 'late'));
    writeFileSync(join(root, 'late', 'trace.jsonl'), lines(1, 2));
    const { runsIn } = await import('../../src/dashboard/runs-in.js');
    expect(runsIn(root).map(({ key }) => key)).toEqual(['a', 'late']);
    expect((await ask(port, `/${token}/table?run=late`)).status).toBe(200);
    const { body } = await ask(port, `/${token}/metrics`);
    expect(body.match(/^cfc_step.*$/gm)).toEqual(['cfc_step{run="a"} 3', 'cfc_step{run="late"} 2']);
  });

  test('every answer forbids scripts of elsewhere, guessing, framing and keeping', async () => {
    const { port } = await served();
    for (const path of ['', 'table?run=a', 'dashboard.js', 'metrics', 'export?run=a&format=csv', 'none']) {
      const { headers } = await ask(port, `/${token}/${path}`);
      expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
    expect((await ask(port, `/${token}/`)).body).not.toMatch(/<script(?![^>]* src=)|\son\w+=/);
  });

  test('each server has a token of its own, long enough', async () => {
    const root = folder();
    const two = [await serveDashboard({ root }), await serveDashboard({ root })];
    onTestFinished(async () => void (await Promise.all(two.map(({ close }) => close()))));
    const tokens = two.map(({ url }) => new URL(url).pathname.split('/')[1]!);
    expect(tokens[0]).toMatch(/^[\w-]{32}$/);
    expect(tokens[0]).not.toBe(tokens[1]);
  });
});
