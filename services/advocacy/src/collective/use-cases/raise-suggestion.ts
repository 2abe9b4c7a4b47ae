import { err, FieldChecks, illegalTransition, notAllowed, notFound, ok, type Actor, type Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { draftProposal } from '../../proposal/proposal.js';
import { checkWords, type ProposalWords } from '../../proposal/proposal-text.js';
import { viewerOf } from '../../sealing/viewer.js';
import { suggestionLifecycle } from '../collective.js';
import { collectivePolicy } from '../collective.policy.js';

/** Which suggestion becomes a draft of which elected officer, in the manager's words. */
export type RaiseSuggestion = ProposalWords & {
  readonly suggestionId: Id<'CollectiveSuggestion'>;
  readonly officer: string;
};

/**
 * Makes a suggestion a draft of a proposal that an elected officer carries on: staff of the advice service propose nothing
 * themselves, and an officer gets no case with it, only the words of the manager and a rounded number.
 */
export function raiseSuggestion({ transaction, clock, ids, vault }: Deps, actor: Actor, input: RaiseSuggestion) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ collectives, proposals, proposalTexts }) => {
    const now = clock.now();
    const found = await collectives.findVisible(viewer, input.suggestionId);
    if (found === null) return err(notFound('CollectiveSuggestion'));
    if (!collectivePolicy.canDecide(viewer)) return err(notAllowed('RAISE', 'CollectiveSuggestion'));
    if (!suggestionLifecycle.can('RAISE', found, now)) return err(illegalTransition('RAISE', found.status));
    const words = checkWords(input, { complete: true });
    if (!words.ok) return words;
    const officer = (await collectives.listOfficers(now)).find(({ subject }) => subject === input.officer);
    const named = new FieldChecks()
      .that(officer !== undefined, 'officer', 'UNKNOWN', 'This person holds no office of the union now.')
      .finish(officer);
    if (!named.ok || named.value === undefined) return named.ok ? err(notFound('CollectiveSuggestion')) : named;
    const draft = draftProposal(ids.ordered(), {
      authorId: named.value.memberId,
      authorNamed: true,
      constituencyId: undefined,
      draftedAt: now,
    });
    await proposals.add(draft);
    await proposals.addStep({ proposalId: draft.id, status: draft.status, at: now });
    await proposalTexts.write({ ...words.value, proposalId: draft.id, number: 1, writtenAt: now });
    return ok(await collectives.save({ ...found, status: 'RAISED', decidedAt: now, matterId: draft.id }));
  });
}
