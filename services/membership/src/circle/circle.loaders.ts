import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { ConversationId } from '../conversation/conversation.js';
import type { Repositories } from '../deps.js';
import type { CircleFacts, CircleId, CircleMember, Meeting } from './circle.js';

/** Circles in which the actor has a seat. */
export function createCircleLoader(
  actor: Actor,
  circles: Repositories['circles'],
): DataLoader<CircleId, CircleFacts | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await circles.listVisible(actor, ids)).map((facts) => [facts.circle.id, facts]));
    return ids.map((id) => byId.get(id));
  });
}

/** Those who accepted, of circles that are there and in which the actor is. */
export function createCircleMemberLoader(
  actor: Actor,
  circles: Repositories['circles'],
): DataLoader<CircleId, readonly CircleMember[]> {
  return new DataLoader(async (ids) => {
    const byCircle = Map.groupBy(await circles.listMembers(actor, ids), ({ circleId }) => circleId);
    return ids.map((id) => byCircle.get(id) ?? []);
  });
}

/** The meetings of circles in which the actor is. */
export function createCircleMeetingLoader(
  actor: Actor,
  circles: Repositories['circles'],
): DataLoader<CircleId, readonly Meeting[]> {
  return new DataLoader(async (ids) => {
    const byCircle = Map.groupBy(await circles.listMeetings(actor, ids), ({ circleId }) => circleId);
    return ids.map((id) => byCircle.get(id) ?? []);
  });
}

/** The conversations of circles or companies. */
export function createConversationIdLoader(
  conversations: Repositories['conversations'],
  kind: 'CIRCLE' | 'COMPANY',
): DataLoader<string, ConversationId | undefined> {
  return new DataLoader(async (sourceIds) => {
    const bySource = await conversations.listIdsOf(kind, sourceIds);
    return sourceIds.map((id) => bySource.get(id));
  });
}
