/*
 * A building of all records from their facts: what should change nothing, and mends what is not as the facts say.
 * Life: RUNNING until every fact was looked at, then DONE. One runs at a time. Owner: learning.
 */
import type { Id } from '@guildhall/kernel';
import type { FactSource } from './record-fact.js';

/** The id of a building. */
export type RecordRebuildId = Id<'RecordRebuild'>;

/** A building as stored. `place` is the last thing whose facts were folded. */
export type RecordRebuild = {
  readonly id: RecordRebuildId;
  readonly status: 'RUNNING' | 'DONE';
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly finishedAt: Date | undefined;
  readonly total: number;
  readonly done: number;
  readonly mended: number;
  readonly place: FactSource | undefined;
};

/** How many things one transaction looks at: short enough for members to notice nothing. */
export const rebuildBatch = 500;
