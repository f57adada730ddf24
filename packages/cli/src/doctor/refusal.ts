import { createRegistry, isCfcError, type Plugin } from '@cfc/core';

/** Why a registry would not take plugins, and what to do; null where it would. */
export function refusal(plugins: readonly Plugin[]): { readonly what: string; readonly fix: string } | null {
  try {
    createRegistry(plugins);
    return null;
  } catch (error) {
    if (isCfcError(error)) return error;
    throw error;
  }
}
