/** Systems of @cfc/core with entities, versions, events and a log that is only appended to. */
export { Entities } from './entities.js';
export type { CouplingEntity, ModuleEntity } from './entity.js';
export type * from './entry.js';
export type { EntityEvent, EntityEvents, RelaxedEvent } from './events.js';
export type { Sink } from './log.js';
export type { Node } from './node.js';
export type { Plain } from './plain.js';
export { compacted, readLog } from './read-log.js';
export type { ReadLog } from './read-log.js';
export { record } from './record.js';
export type { RecordOptions } from './record.js';
export { replay } from './replay.js';
export type { ReplayOptions } from './replay.js';
