import { constituenciesOf, err, FieldChecks, memberOf, notAllowed, ok, type Actor, type Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { draftProposal as draft } from '../proposal.js';
import { proposalPolicy } from '../proposal.policy.js';
import { checkWords, type ProposalWords } from '../proposal-text.js';

/** The words of a new draft, whose matter it is, and whether its author wants to be named. */
export type DraftProposal = ProposalWords & {
  readonly constituencyId: Id<'Constituency'> | undefined;
  readonly authorNamed: boolean;
  /** The author's own idea, or one whose author agreed that they raise it. */
  readonly originPostId: Id<'Post'> | undefined;
};

/** Begins a proposal, for the whole union or for a constituency the author studies in. */
export function draftProposal({ transaction, clock, ids }: Deps, actor: Actor, input: DraftProposal) {
  return transaction(async ({ ideas, proposals, proposalTexts }) => {
    const now = clock.now();
    const authorId = memberOf(actor);
    if (authorId === undefined || !proposalPolicy.canDraft(actor)) return err(notAllowed('DRAFT', 'Proposal'));
    const { constituencyId, authorNamed, originPostId } = input;
    const origin = originPostId && (await ideas.findRaisable(originPostId, authorId, 'PROPOSAL'));
    const words = checkWords(input, { complete: false });
    if (!words.ok) return words;
    const own = new FieldChecks()
      .that(
        constituencyId === undefined || constituenciesOf(actor).includes(constituencyId),
        'constituencyId',
        'UNKNOWN',
        'You do not study in this constituency.',
      )
      .that(
        originPostId === undefined || origin !== undefined,
        'originPostId',
        'UNKNOWN',
        'This is no idea of yours, and nobody agreed that you raise it.',
      )
      .finish(undefined);
    if (!own.ok) return own;
    const proposal = draft(ids.ordered(), { authorId, authorNamed, constituencyId, draftedAt: now });
    const file = await proposals.add(proposal);
    if (origin) await ideas.noteOrigin('PROPOSAL', proposal.id, origin);
    await proposals.addStep({ proposalId: proposal.id, status: proposal.status, at: now });
    await proposalTexts.write({ ...words.value, proposalId: proposal.id, number: 1, writtenAt: now });
    return ok(file);
  });
}
