import { type ErrorCode, fixes } from './errors.js';

const meanings: Readonly<Record<ErrorCode, string>> = {
  OPTION_UNKNOWN: 'An option was given that no piece reads.',
  OPTION_INVALID: 'An option has the wrong type, lies outside its range, or is needed and missing.',
  NAME_TAKEN: 'Two plugins provide a piece of the same name, two families share one, or a module has the id already.',
  NAME_UNKNOWN: 'A name stands for nothing: a piece, module, term or signal.',
  PLUGIN_TWICE: 'Two plugins of the same name were handed to one registry.',
  PLUGIN_API: 'A plugin was written for another version of the plugin contract.',
  CAPABILITY_MISSING: 'A piece needs something that a family of the system does not offer.',
  INPUT_INVALID: 'Data handed in are not what they should be: a file, an input, a state, a coupling.',
  ENERGY_INVALID: 'A family threw, or returned a number that is not finite, during a run.',
  PACKAGE_MISSING: 'What was asked for needs a package that is not installed.',
  WRITE_FAILED: 'A file could not be written: the disk is full, or the place may not be written to.',
  THREADS_UNAVAILABLE: 'Threads are not to be had here, or one of them died in the middle of an evaluation.',
};

/** Every error this project throws on purpose: what its code means and how one usually gets rid of it. */
export const errorTable = /* @__PURE__ */ table();

function table(): Readonly<Record<ErrorCode, { readonly meaning: string; readonly fix: string }>> {
  const codes = Object.keys(fixes) as ErrorCode[];
  const entries = codes.map((code) => [code, { meaning: meanings[code], fix: fixes[code] }] as const);
  return Object.freeze(Object.fromEntries(entries) as Record<ErrorCode, { meaning: string; fix: string }>);
}
