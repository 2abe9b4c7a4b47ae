import type { Outbox } from '@guildhall/events';
import type { IdSource } from '@guildhall/kernel';
import { learningNotices } from '../../notice/learning-notice.js';
import type { Resource } from '../resource.js';

/** Tells the author that somebody decided about the resource; each decision is told by itself. */
export async function tellAuthor(
  outbox: Outbox,
  ids: IdSource,
  { resource, now }: { readonly resource: Resource; readonly now: Date },
): Promise<void> {
  const told = { notice: 'RESOURCE_REVIEWED', sourceId: ids.ordered(), aboutId: resource.id, now } as const;
  await outbox.appendMany('LearningNotice', learningNotices({ ...told, memberIds: [resource.authorId] }));
}
