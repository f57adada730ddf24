import { CfcError, type Registry, describe } from '@cfc/core';

export function checkRegistry(registry: unknown, where: string): asserts registry is Registry {
  if (typeof (registry as Registry | undefined)?.find === 'function') return;
  const fix = 'Give createRegistry([corePlugin, ...]).';
  throw new CfcError('OPTION_INVALID', `${describe(registry)} is not a registry`, `${where}.registry`, fix);
}

export function checkSink(sink: unknown, where: string): void {
  if (sink === undefined || typeof sink === 'function') return;
  throw new CfcError('OPTION_INVALID', `${describe(sink)} is not a function`, `${where}.sink`, 'Give (line) => void.');
}
