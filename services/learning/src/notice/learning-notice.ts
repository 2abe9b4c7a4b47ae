/*
 * What members are told of what they learn, teach or hand over: one event for up to 500 of them, which membership turns
 * into notifications. It holds ids and an instant alone.
 */
import type { Id } from '@guildhall/kernel';

const membersMax = 500;

/**
 * What is told to whom. `aboutId` is where it leads: the resource, path, study group, mentor pair, credential, link or
 * capsule. The same member is told of the same notice and source once.
 */
export type Telling = {
  readonly notice:
    | 'RESOURCE_REVIEWED'
    | 'PEER_REVIEW_ASKED'
    | 'PEER_REVIEW_DONE'
    | 'STEP_TAKEN_BACK'
    | 'STUDY_SESSION_CHANGED'
    | 'STUDY_PLACE_GIVEN'
    | 'MENTOR_ASKED'
    | 'MENTOR_ANSWERED'
    | 'CREDENTIAL_CHANGED'
    | 'RECORD_LINK_OPENED'
    | 'HANDOVER_OPENED'
    | 'HANDOVER_CHANGED'
    | 'HANDOVER_LATE';
  readonly sourceId: Id<string>;
  readonly aboutId: Id<string>;
  readonly memberIds: readonly Id<'Member'>[];
  readonly now: Date;
};

/** The events that tell it, ready for `outbox.appendMany('LearningNotice', …)`; none when there is nobody to tell. */
export function learningNotices({ notice, sourceId, aboutId, memberIds, now }: Telling) {
  return Array.from({ length: Math.ceil(memberIds.length / membersMax) }, (_, chunk) => ({
    aggregateId: sourceId,
    data: {
      notice,
      sourceId,
      aboutId,
      memberIds: memberIds.slice(chunk * membersMax, (chunk + 1) * membersMax),
      toldAt: now.toISOString(),
    },
  }));
}
