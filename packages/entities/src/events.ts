/** Something that happened to one entity. */
export interface EntityEvent {
  readonly type: 'created' | 'updated' | 'removed';
  readonly id: string;
  /** The version that it has now; of what was removed, the last one. */
  readonly version: number;
  /** The line of the log. */
  readonly seq: number;
}

/** What a relaxation moved, of the whole system by a plan or around a change. */
export interface RelaxedEvent {
  readonly type: 'relaxed';
  /** The ids of the entities whose order parameter is another one now. */
  readonly moved: readonly string[];
  /** By a plan; or around a change, row by row or by the batch solver. */
  readonly by: 'plan' | 'local' | 'batch';
  readonly seq: number;
}

/** What can be listened to. */
export interface EntityEvents {
  readonly created: EntityEvent;
  readonly updated: EntityEvent;
  readonly removed: EntityEvent;
  readonly relaxed: RelaxedEvent;
}

/** The same before its command has a number. */
export type Told = Omit<EntityEvent, 'seq'> | Omit<RelaxedEvent, 'seq'>;
