import { CfcError } from '@cfc/core';
import type * as jaxjs from '@jax-js/jax';
import type { Device } from './device.js';

/** What is used of jax-js. */
export type Jax = Pick<typeof jaxjs, 'numpy' | 'grad' | 'jit'>;

/** Loads jax-js and makes a device its default. Throws `PACKAGE_MISSING` where the package or the device is not to be had. */
export async function loadJax(device: Device, load = () => import('@jax-js/jax')): Promise<Jax> {
  const jax = await found(load);
  // What is not here is left out, or throws: init('webgpu') where there is no navigator.
  const devices = await jax.init(device).catch((): Device[] => []);
  if (!devices.includes(device)) {
    const fix = 'Choose "wasm", which is everywhere.';
    throw new CfcError('PACKAGE_MISSING', `the device "${device}" is not to be had here`, 'onJax', fix);
  }
  jax.defaultDevice(device);
  return jax;
}

async function found(load: () => Promise<typeof jaxjs>): Promise<typeof jaxjs> {
  try {
    return await load();
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    const fix = 'Install it: npm install @jax-js/jax.';
    throw new CfcError('PACKAGE_MISSING', '@jax-js/jax is not there', 'onJax', fix);
  }
}
