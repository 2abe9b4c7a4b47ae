import { err, memberOf, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { step, type HelpRequestId } from '../../help-request/help-request.js';
import { openRequest } from '../../help-request/use-cases/open-request.js';
import { checkMeeting, othersOf, type Meeting } from '../help-match.js';

/** Proposes where and when to meet; it holds once everybody who takes part agrees. A new proposal asks everybody again. */
export function proposeHelpMeeting(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { requestId, ...meeting }: Meeting & { readonly requestId: HelpRequestId },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const opened = await openRequest(unit, actor, { requestId, action: 'PROPOSE_MEETING', now });
    if (!opened.ok) return opened;
    const proposer = memberOf(actor);
    if (proposer === undefined) return err(notAllowed('PROPOSE_MEETING', 'HelpRequest'));
    const proposed = step(opened.value, 'PROPOSE_MEETING', now);
    if (!proposed.ok) return proposed;
    const checked = checkMeeting(meeting, now);
    if (!checked.ok) return checked;
    const { place: meetingPlace, at: meetingAt } = checked.value;
    await unit.notifications.tell({
      to: othersOf(opened.value, proposer),
      reason: 'HELP_ARRANGED',
      sourceId: ids.random(),
      subject: { kind: 'HELP_REQUEST', id: requestId },
      from: proposer,
    });
    return ok(
      await unit.helpRequests.save({ ...proposed.value, meetingPlace, meetingAt, meetingAgreedBy: [proposer] }),
    );
  });
}
