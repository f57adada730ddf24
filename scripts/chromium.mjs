// Where Chromium is, if it is anywhere: $CHROMIUM, Debian's place, then PATH.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome.exe'];

/** @returns {string | undefined} the path of an executable */
export function findChromium() {
  const { CHROMIUM, PATH = '' } = process.env;
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [CHROMIUM, '/usr/bin/chromium', ...onPath].find((path) => path !== undefined && existsSync(path));
}

/** How it is started in tests. */
export const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
