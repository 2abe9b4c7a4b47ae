import { err, illegalTransition, notAllowed, notFound, ok, toId, type Actor, type Id } from '@guildhall/kernel';
import type { Deps, Repositories } from '../../deps.js';
import { draftProposal } from '../../proposal/proposal.js';
import { checkWords } from '../../proposal/proposal-text.js';
import { sealedRequest, type KeyedInput } from '../../sealing/sealed-request.js';
import { changeIssueStatus, issueLifecycle, type Issue, type IssueId } from '../issue.js';
import { issuePolicy } from '../issue.policy.js';
import { recordStep } from './record-step.js';

/** Which issue its author takes where. */
export type EscalateIssue = KeyedInput & { readonly issueId: IssueId; readonly to: 'PROPOSAL' | 'CASE' };

/**
 * Takes an issue further, as its author alone, which is the consent to it. A proposal is drafted from its words. For a case
 * nothing is made and nothing kept that says so: the author opens one as everybody does, and no row ties the two. An
 * escalated issue looks the same either way until a proposal of it is public.
 */
export function escalateIssue(
  { idempotentTransaction, clock, ids, vault }: Deps,
  actor: Actor,
  { idempotencyKey, issueId, to }: EscalateIssue,
) {
  // Where to is part of the request's digest, so the record is a sealed one.
  const request = sealedRequest(vault, { actor, self: undefined }, 'escalateIssue', {
    idempotencyKey,
    ...{ issueId, to },
  });
  return idempotentTransaction(
    request,
    async ({ issues }, id) => {
      const file = await issues.findVisible(actor, toId(id));
      return file === null ? null : { ...file, id: file.issue.id };
    },
    async (unit) => {
      const at = clock.now();
      const action = to === 'PROPOSAL' ? 'ESCALATE_TO_PROPOSAL' : 'ESCALATE_TO_CASE';
      const file = await unit.issues.findVisibleLocked(actor, issueId);
      if (file === null) return err(notFound('Issue'));
      if (!issuePolicy.can(actor, action, file)) return err(notAllowed(action, 'Issue'));
      if (!issueLifecycle.can(action, file.issue, at)) return err(illegalTransition(action, file.issue.status));
      const escalated = changeIssueStatus(file.issue, action, at);
      if (!escalated.ok) return escalated;
      const proposalId =
        to === 'PROPOSAL' ? await draftFrom(unit, file.issue, { id: ids.ordered<'Proposal'>(), at }) : undefined;
      const issue = { ...escalated.value, proposalId };
      const recorded = await recordStep(unit, ids, { file, issue, at });
      return ok({ ...recorded, id: issueId });
    },
  );
}

/** The issue's words as the first draft of a proposal of its author, who goes on writing; named only where they were before. */
async function draftFrom(
  { proposals, proposalTexts }: Pick<Repositories, 'proposals' | 'proposalTexts'>,
  issue: Issue,
  { id, at }: { readonly id: Id<'Proposal'>; readonly at: Date },
) {
  const { title, body, constituencyId, authorId, language } = issue;
  const words = checkWords(
    {
      language: language.startsWith('zh') ? 'zh-CN' : 'en',
      title,
      background: '',
      problem: body.slice(0, 3000),
      suggestion: '',
    },
    { complete: false },
  );
  if (!words.ok) throw new Error('the words of an issue make a draft');
  const proposal = draftProposal(id, { authorId, authorNamed: false, constituencyId, draftedAt: at });
  await proposals.add(proposal);
  await proposals.addStep({ proposalId: id, status: proposal.status, at });
  await proposalTexts.write({ ...words.value, proposalId: id, number: 1, writtenAt: at });
  return id;
}
