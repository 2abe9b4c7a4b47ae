import { err, memberOf, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { keepProposal, takeProposal } from './change-proposal.js';
import type { ProposalId } from '../proposal.js';

/** Yes or no to seconding. */
export type AnswerSeconding = { readonly proposalId: ProposalId; readonly accept: boolean };

/** Accepts or declines to second a proposal. Who accepts is named; who declines leaves no trace. */
export function answerSeconding(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { proposalId, accept }: AnswerSeconding,
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeProposal(unit, actor, { id: proposalId, action: 'ANSWER_SECONDING', now });
    if (!taken.ok) return taken;
    const memberId = memberOf(actor);
    if (memberId === undefined) return err(notAllowed('ANSWER_SECONDING', 'Proposal'));
    const { proposal } = taken.value;
    const author = proposal.authorId === undefined ? [] : [proposal.authorId];
    if (accept) await unit.screenings.accept(proposalId, memberId, now);
    else await unit.screenings.decline(proposalId, memberId);
    const seconders = taken.value.seconders.flatMap((seconder) => {
      if (seconder.memberId !== memberId) return [seconder];
      return accept ? [{ ...seconder, acceptedAt: now }] : [];
    });
    const after = { ...taken.value, seconders };
    const news = accept ? { change: 'SECONDED' as const, to: author } : {};
    return ok(await keepProposal(unit, ids, { before: taken.value, after, at: now, ...news }));
  });
}
