import {
  err,
  illegalTransition,
  memberOf,
  notAllowed,
  notFound,
  ok,
  type Actor,
  type Id,
  type IdSource,
  type IllegalTransitionError,
  type NotAllowedError,
  type NotFoundError,
  type Result,
} from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import { tell } from '../../update/use-cases/tell.js';
import type { MatterChange, UpdateAudience } from '../../update/update.js';
import { proposalLifecycle, type ProposalAction } from '../proposal-lifecycle.js';
import { proposalPolicy } from '../proposal.policy.js';
import { stranger, type ProposalFile, type ProposalId, type Standing } from '../proposal.js';

/** Why an actor cannot take an action on a proposal. */
export type Refused = NotFoundError | NotAllowedError | IllegalTransitionError;

/** What is asked of which proposal, and when. */
export type Attempt = { readonly id: ProposalId; readonly action: ProposalAction; readonly now: Date };

/** A change that was decided: the proposal before and after it, and who hears of it. */
export type ProposalChange = {
  readonly before: ProposalFile;
  readonly after: ProposalFile;
  readonly at: Date;
  readonly change?: MatterChange;
  /** Left out: everybody it concerns once it is public, the author and the seconders before. */
  readonly to?: UpdateAudience;
};

/** What the actor has to do with the proposal. */
export async function standingOf({ support }: Pick<Repositories, 'support'>, actor: Actor, id: ProposalId) {
  const memberId = memberOf(actor);
  const standings = memberId === undefined ? undefined : await support.listStandings(memberId, [id]);
  return standings?.get(id) ?? stranger;
}

/**
 * Loads a proposal for an action and keeps everybody else from changing it until the transaction ends. Fails alike for a
 * missing and a hidden one, then when the actor may not do this, then when the state does not allow it now.
 */
export async function takeProposal(
  unit: Unit<Repositories>,
  actor: Actor,
  { id, action, now }: Attempt,
): Promise<Result<ProposalFile & { readonly standing: Standing }, Refused>> {
  const file = await unit.proposals.takeVisible(actor, id);
  if (file === null) return err(notFound('Proposal'));
  const standing = await standingOf(unit, actor, id);
  // The roll is trimmed when gathering ends: who comes too late is told that, and not that they never could.
  const isLate = action === 'ENDORSE' && !proposalLifecycle.can(action, file, now);
  if (!isLate && !proposalPolicy.can(actor, action, file, standing)) return err(notAllowed(action, 'Proposal'));
  if (!proposalLifecycle.can(action, file, now)) return err(illegalTransition(action, file.proposal.status));
  return ok({ ...file, standing });
}

/** Who heard of a proposal before it was public: its author and who accepted to second it. */
export function peopleOf({ proposal, seconders }: ProposalFile): readonly Id<'Member'>[] {
  const accepted = seconders.filter(({ acceptedAt }) => acceptedAt !== undefined).map(({ memberId }) => memberId);
  return proposal.authorId === undefined ? accepted : [proposal.authorId, ...accepted];
}

/** Saves a decided change with its step, its public event and its news, all in the transaction of the decision. */
export async function keepProposal(
  unit: Unit<Repositories>,
  ids: IdSource,
  { before, after, at, change, to }: ProposalChange,
): Promise<ProposalFile> {
  const saved = await unit.proposals.save({
    proposal: after.proposal,
    seconders: after.seconders,
    supporting: after.supporting,
  });
  const { proposal } = saved;
  if (proposal.status !== before.proposal.status) {
    await unit.proposals.addStep({ proposalId: proposal.id, status: proposal.status, at });
    if (proposal.publishedAt !== undefined)
      await unit.outbox.append('ProposalStatusChanged', proposal.id, {
        proposalId: proposal.id,
        status: proposal.status,
        departmentId: proposal.leadDepartmentId ?? null,
      });
  }
  if (change !== undefined) {
    const concerned = proposal.publishedAt === undefined ? peopleOf(saved) : 'EVERYBODY_CONCERNED';
    await tell(unit, ids, {
      subject: { kind: 'PROPOSAL', id: proposal.id },
      change,
      sourceId: String(proposal.version),
      at,
      to: to ?? concerned,
    });
  }
  return saved;
}
