/**
 * What a worker does that loads a plugin to tell of it, as the text of a CommonJS module: it loads the URL it is given, and posts what
 * it exports as plain data. Only here does code of others run, so that whatever it does ends the worker alone.
 */
export const probeCode = `
const { parentPort, workerData } = require('node:worker_threads');
const isPlugin = (value) =>
  typeof value === 'object' && value !== null && 'name' in value && 'api' in value && 'provides' in value;
const isDefinition = (value) => typeof value === 'function' && 'slot' in value && 'fields' in value;
const text = (value) => (typeof value === 'string' ? value : null);
const told = ({ name, version, api, provides }) => ({
  name: text(name),
  version: text(version),
  api: typeof api === 'number' ? api : String(api),
  provides: Array.isArray(provides) ? provides.map((one) => (isDefinition(one) ? one.name : null)) : null,
});
import(workerData).then(
  (exported) => parentPort.postMessage([...new Set(Object.values(exported))].filter(isPlugin).map(told)),
).catch((error) => parentPort.postMessage(error instanceof Error ? error.message : String(error)));
`;
