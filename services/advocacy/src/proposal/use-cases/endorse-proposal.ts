import { actorKey, err, FieldChecks, memberOf, notAllowed, ok, toId, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { keepProposal, takeProposal } from './change-proposal.js';
import type { ProposalId } from '../proposal.js';

/** Which proposal to endorse; the text the member read, and the merged proposal they come from, if any. */
export type EndorseProposal = {
  readonly proposalId: ProposalId;
  readonly textNumber: number;
  readonly movedFromId: ProposalId | undefined;
  readonly idempotencyKey: string | undefined;
};

/**
 * Endorses the text in force, once per member and only for who belonged to the constituency at the opening. Everybody who
 * endorses waits for the one before, so that exactly one crosses the threshold, and it qualifies in the same transaction.
 */
export function endorseProposal({ idempotentTransaction, clock, ids }: Deps, actor: Actor, input: EndorseProposal) {
  const { idempotencyKey, ...asked } = input;
  const { proposalId, textNumber, movedFromId } = asked;
  return idempotentTransaction(
    { actor: actorKey(actor), key: idempotencyKey, operation: 'endorseProposal', input: asked },
    async ({ proposals }, id) => {
      const file = await proposals.findVisible(actor, toId(id));
      return file === null ? null : { ...file, id: file.proposal.id };
    },
    async (unit) => {
      const now = clock.now();
      const taken = await takeProposal(unit, actor, { id: proposalId, action: 'ENDORSE', now });
      if (!taken.ok) return taken;
      const memberId = memberOf(actor);
      if (memberId === undefined) return err(notAllowed('ENDORSE', 'Proposal'));
      const { standing, ...file } = taken.value;
      const checked = new FieldChecks()
        .that(
          textNumber === file.proposal.textNumber,
          'textNumber',
          'CONTRADICTION',
          'The text has changed. Read the new one first.',
        )
        .that(
          movedFromId === undefined || (await isMergedInto(unit, actor, { from: movedFromId, into: proposalId })),
          'movedFromId',
          'UNKNOWN',
          'That proposal was not merged into this one.',
        )
        .finish(undefined);
      if (!checked.ok) return checked;
      await unit.support.endorse({ proposalId, memberId, textNumber, at: now, movedFromId });
      const count = (await unit.support.countEndorsements([proposalId])).get(proposalId) ?? 0;
      const isEnough = count >= (file.proposal.threshold ?? Infinity);
      if (!isEnough) return ok({ ...file, id: proposalId });
      await unit.support.trimRoll(proposalId);
      const after = { ...file, proposal: { ...file.proposal, status: 'QUALIFIED' as const } };
      const saved = await keepProposal(unit, ids, { before: file, after, at: now, change: 'QUALIFIED' });
      return ok({ ...saved, id: proposalId });
    },
  );
}

async function isMergedInto(
  { proposals }: Unit<Repositories>,
  actor: Actor,
  { from, into }: { readonly from: ProposalId; readonly into: ProposalId },
): Promise<boolean> {
  const merged = await proposals.findVisible(actor, from);
  return merged?.proposal.status === 'MERGED' && merged.proposal.mergeIntoId === into;
}
