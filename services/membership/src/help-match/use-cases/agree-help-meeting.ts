import { conflict, err, memberOf, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { settle, type HelpRequestId } from '../../help-request/help-request.js';
import { openRequest } from '../../help-request/use-cases/open-request.js';
import { othersOf, type Meeting } from '../help-match.js';

/** Agrees to the meeting that was read; when it was the last one to agree, it is arranged and other offers close. */
export function agreeHelpMeeting(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { requestId, place, at }: Meeting & { readonly requestId: HelpRequestId },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const opened = await openRequest(unit, actor, { requestId, action: 'AGREE_MEETING', now });
    if (!opened.ok) return opened;
    const facts = opened.value;
    const { request } = facts;
    const memberId = memberOf(actor);
    if (memberId === undefined) return err(notAllowed('AGREE_MEETING', 'HelpRequest'));
    const agreeing = { ...request, meetingAgreedBy: [...request.meetingAgreedBy, memberId] };
    const agreed = settle(facts, 'AGREE_MEETING', { after: { ...facts, request: agreeing }, now });
    if (!agreed.ok) return agreed;
    // Nobody agrees to a place or a time that they have not read.
    if (request.meetingPlace !== place || request.meetingAt?.getTime() !== at.getTime()) return err(conflict());
    if (agreed.value.status === 'ARRANGED') {
      await unit.helpOffers.lapseRest(requestId);
      await unit.notifications.tell({
        to: othersOf(facts, memberId),
        reason: 'HELP_ARRANGED',
        sourceId: ids.random(),
        subject: { kind: 'HELP_REQUEST', id: requestId },
        from: memberId,
      });
    }
    return ok(await unit.helpRequests.save(agreed.value));
  });
}
