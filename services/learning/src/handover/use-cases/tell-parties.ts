import type { Id } from '@guildhall/kernel';
import type { FactUnit } from '../../deps.js';
import { learningNotices } from '../../notice/learning-notice.js';
import type { HandoverCapsule } from '../handover-capsule.js';

/** What is told to whom; each source is told once. */
export type PartyTelling = {
  readonly notice: 'HANDOVER_OPENED' | 'HANDOVER_CHANGED' | 'HANDOVER_LATE';
  readonly to: 'SUCCESSOR' | 'OUTGOING' | 'BOTH' | readonly Id<'Member'>[];
  readonly sourceId: Id<string>;
  readonly now: Date;
};

/** Lets the parties of a handover, or these members, know of it inside the caller's transaction. */
export async function tellParties(
  { outbox }: Pick<FactUnit, 'outbox'>,
  { id, successorId, outgoingIds }: HandoverCapsule,
  { notice, to, sourceId, now }: PartyTelling,
): Promise<void> {
  const parties = { SUCCESSOR: [successorId], OUTGOING: outgoingIds, BOTH: [successorId, ...outgoingIds] };
  const memberIds = typeof to === 'string' ? parties[to] : to;
  await outbox.appendMany('LearningNotice', learningNotices({ notice, sourceId, aboutId: id, memberIds, now }));
}
