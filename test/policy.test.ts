import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumFlags, findChromium } from '../scripts/chromium.mjs';
import { root } from '../scripts/workspace.mjs';

/* The built core in a page whose content-security policy forbids eval, with and without WebAssembly. */

const executablePath = findChromium();
const script = `
import { compile, defineSystem, landau, quadratic, relax } from '/dist/index.js';
let evaluates = true;
try { new Function('return 1')(); } catch { evaluates = false; }
const system = compile(defineSystem({
  modules: { x: landau({ a: -0.4 }), y: landau({ h: 0.3 }) },
  couplings: [{ use: quadratic({ weight: 0.7 }), between: ['x', 'y'] }],
}));
const { eta, outcome } = relax(system, { x: 0.9, y: 0.1 });
globalThis.found = { evaluates, backend: system.backend, outcome, eta };
`;

describe.skipIf(executablePath === undefined && process.env.CFC_NO_SKIP !== '1')(
  'under a content-security policy without eval',
  () => {
    let browser: Browser;
    let server: Server;
    let origin: string;

    beforeAll(async () => {
      server = createServer((request, response) => {
        const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
        if (pathname === '/') {
          response.setHeader(
            'content-security-policy',
            `default-src 'none'; script-src 'self' ${searchParams.get('also')}`,
          );
          response.setHeader('content-type', 'text/html');
          response.end('<script type="module" src="/main.js"></script>');
          return;
        }
        response.setHeader('content-type', 'text/javascript');
        if (pathname === '/main.js') response.end(script);
        else
          readFile(join(root, 'packages/core', pathname)).then(
            (text) => response.end(text),
            () => response.writeHead(404).end(),
          );
      });
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      browser = await chromium.launch({ executablePath: executablePath!, args: chromiumFlags });
    }, 60_000);

    afterAll(async () => {
      await browser.close();
      await new Promise((done) => server.close(done));
    });

    const foundWith = async (also: string): Promise<unknown> => {
      const page = await browser.newPage();
      await page.goto(`${origin}/?also=${encodeURIComponent(also)}`);
      await page.waitForFunction('globalThis.found !== undefined');
      const found: unknown = await page.evaluate('globalThis.found');
      await page.close();
      return found;
    };

    test('it runs in WebAssembly where the policy allows that, in plain TypeScript else, to the same bits', async () => {
      const wasm = await foundWith("'wasm-unsafe-eval'");
      const plain = await foundWith('');
      expect(wasm).toMatchObject({ evaluates: false, backend: 'wasm', outcome: 'converged' });
      expect(plain).toEqual({ ...(wasm as object), backend: 'js' });
    }, 60_000);
  },
);
