import {
  err,
  isMember,
  notAllowed,
  notFound,
  ok,
  type Actor,
  type IllegalTransitionError,
  type Result,
} from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { settle, type HelpFacts, type HelpRequest } from '../../help-request/help-request.js';
import { awaitDeadline, openRequest, type HelpUnit } from '../../help-request/use-cases/open-request.js';
import type { MemberId } from '../../member/member.js';
import { withoutMeetingOf, type HelpMatch, type HelpMatchId } from '../help-match.js';
import { closeConversations } from './match-conversations.js';

/** Ends a match, from either side and without a reason: contact closes, and the request asks again. */
export function unmatchHelp(
  { transaction, clock }: Deps,
  actor: Actor,
  { matchId }: { readonly matchId: HelpMatchId },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const found = await unit.helpMatches.find(matchId);
    if (found === null) return err(notFound('HelpMatch'));
    const opened = await openRequest(unit, actor, { requestId: found.requestId, action: 'UNMATCH', now });
    // Whoever takes no part is not told that there is a match.
    if (!opened.ok) return err(notFound('HelpMatch'));
    const facts = opened.value;
    const match = facts.helpers.find(({ id }) => id === matchId);
    if (match === undefined) return err(notFound('HelpMatch'));
    const isRequester = isMember(actor, facts.request.requesterId);
    if (!isRequester && !isMember(actor, match.helperId)) return err(notAllowed('UNMATCH', 'HelpMatch'));
    const other = isRequester ? match.helperId : facts.request.requesterId;
    return endMatch(unit, facts, { match, tell: other, now });
  });
}

/**
 * Takes a helper out of a request that is not done yet. It tells the other side that the match ended, never who ended
 * it nor why, so that an ended match and a block look the same.
 */
export async function endMatch(
  unit: HelpUnit,
  facts: HelpFacts,
  { match, tell, now }: { readonly match: HelpMatch; readonly tell: MemberId; readonly now: Date },
): Promise<Result<HelpRequest, IllegalTransitionError>> {
  const helpers = facts.helpers.filter(({ id }) => id !== match.id);
  const request = withoutMeetingOf(facts.request, match.helperId, helpers.length === 0);
  const moved = settle(facts, 'UNMATCH', { after: { ...facts, helpers, request }, now });
  if (!moved.ok) return moved;
  await unit.helpMatches.save({ ...match, status: 'ENDED', endedAt: now });
  const offer = await unit.helpOffers.findOf(request.id, match.helperId);
  if (offer !== null) await unit.helpOffers.save({ ...offer, status: 'LAPSED' });
  await closeConversations(unit, [match]);
  await unit.notifications.tell({
    to: tell,
    reason: 'HELP_UNMATCHED',
    sourceId: match.id,
    subject: { kind: 'HELP_REQUEST', id: request.id },
  });
  // Its deadline may be over by now, and the job for it with it.
  await awaitDeadline(unit, moved.value);
  return ok(await unit.helpRequests.save(moved.value));
}
