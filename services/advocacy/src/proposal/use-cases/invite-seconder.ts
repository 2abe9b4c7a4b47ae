import { FieldChecks, ok, type Actor, type Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { keepProposal, takeProposal } from './change-proposal.js';
import type { ProposalId } from '../proposal.js';

/** Whom to ask. */
export type InviteSeconder = { readonly proposalId: ProposalId; readonly memberId: Id<'Member'> };

const secondersMax = 10;

/** Asks a member to second a draft. From then on they can read it. */
export function inviteSeconder(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { proposalId, memberId }: InviteSeconder,
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeProposal(unit, actor, { id: proposalId, action: 'INVITE_SECONDER', now });
    if (!taken.ok) return taken;
    const { proposal, seconders } = taken.value;
    const isMember = await unit.screenings.isActiveMember(memberId);
    const checked = new FieldChecks()
      .that(isMember, 'memberId', 'UNKNOWN', 'There is no such member.')
      .that(memberId !== proposal.authorId, 'memberId', 'CONTRADICTION', 'Somebody else seconds your proposal.')
      .that(
        seconders.every((seconder) => seconder.memberId !== memberId),
        'memberId',
        'CONTRADICTION',
        'You have asked this member already.',
      )
      .that(seconders.length < secondersMax, 'memberId', 'TOO_LONG', `Ask at most ${secondersMax} members.`)
      .finish(memberId);
    if (!checked.ok) return checked;
    await unit.screenings.invite(proposalId, memberId, now);
    const asked = { memberId, invitedAt: now, acceptedAt: undefined, isFormer: false };
    return ok(
      await keepProposal(unit, ids, {
        before: taken.value,
        after: { ...taken.value, seconders: [...seconders, asked] },
        at: now,
        change: 'SECONDING_ASKED',
        to: [memberId],
      }),
    );
  });
}
