// Where Chromium is, if it is anywhere: $CHROMIUM, Debian's place, then PATH.
import { findExecutable } from './executable.mjs';

/** @returns {string | undefined} the path of an executable */
export const findChromium = () =>
  findExecutable('CHROMIUM', ['chromium', 'chromium-browser', 'google-chrome', 'chrome.exe']);

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
