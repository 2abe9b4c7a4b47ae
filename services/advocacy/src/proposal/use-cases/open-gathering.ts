import type { IdSource } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import { keepProposal } from './change-proposal.js';
import { gatheringTask } from '../proposal.policy.js';
import { daysAfter, thresholdFor } from '../proposal-rule.js';
import type { ProposalFile } from '../proposal.js';

/** A screened proposal, and whether the council has to adopt it. */
export type Opening = { readonly file: ProposalFile; readonly needsCouncil: boolean; readonly now: Date };

/**
 * Opens a proposal for support. The roll, the threshold, the closing instant and the text are frozen now; what was
 * endorsed in an earlier opening is asked again, as a new version of the same words.
 */
export async function openGathering(
  unit: Unit<Repositories>,
  ids: IdSource,
  { file, needsCouncil, now }: Opening,
): Promise<ProposalFile> {
  const { proposal } = file;
  const rule = await unit.screenings.ruleAt(now);
  const opening = proposal.opening + 1;
  const constituencySize = await unit.support.openRoll(proposal.id, opening, proposal.constituencyId);
  const textNumber = await renewText(unit, file, now);
  const closesAt = daysAfter(now, rule.gatheringDays);
  const opened = {
    ...proposal,
    status: 'GATHERING' as const,
    needsCouncil,
    textNumber,
    opening,
    constituencySize,
    threshold: thresholdFor(rule, constituencySize),
    ruleVersion: rule.version,
    publishedAt: proposal.publishedAt ?? now,
    openedAt: now,
    closesAt,
    revivableAt: undefined,
  };
  await unit.jobs.enqueue(
    gatheringTask,
    { proposalId: proposal.id },
    { runAt: closesAt, key: `${gatheringTask}:${proposal.id}:${opening}` },
  );
  const text = await unit.proposalTexts.find(proposal.id, textNumber);
  if (text !== undefined) await unit.matters.index({ kind: 'PROPOSAL', id: proposal.id }, text);
  await unit.outbox.append('ProposalFiled', proposal.id, {
    proposalId: proposal.id,
    constituencyId: proposal.constituencyId ?? null,
    closesAt: closesAt.toISOString(),
  });
  return keepProposal(unit, ids, { before: file, after: { ...file, proposal: opened }, at: now, change: 'OPENED' });
}

async function renewText({ support, proposalTexts }: Unit<Repositories>, { proposal }: ProposalFile, now: Date) {
  const count = (await support.countEndorsements([proposal.id])).get(proposal.id) ?? 0;
  const text = count === 0 ? undefined : await proposalTexts.find(proposal.id, proposal.textNumber);
  if (text === undefined) return proposal.textNumber;
  await proposalTexts.write({ ...text, number: text.number + 1, writtenAt: now });
  return text.number + 1;
}
