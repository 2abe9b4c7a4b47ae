import type { DemoProposal } from '@guildhall/demo';
import { addJobs, insertRows, type Row } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { gatheringTask, verificationTask } from '../src/proposal/proposal.policy.js';
import { answerDue, daysAfter, monthsAfter } from '../src/proposal/proposal-rule.js';
import { createScreeningRepository } from '../src/proposal/screening.repository.js';
import { createSupportRepository } from '../src/proposal/support.repository.js';
import { createMatterTextRepository } from '../src/similar/matter-text.repository.js';
import { toId } from '@guildhall/kernel';
import { instantOf } from './proposal-instants.js';
import { supportRows } from './proposal-support-rows.js';
import { updateRows } from './proposal-update-rows.js';

const zone = 'Europe/London';
const ratingDays = 14;

/** Loads the labelled demo union's proposals with everybody who supports them, their news, and the jobs that close them. */
export async function loadDemoProposals(manager: EntityManager, proposals: readonly DemoProposal[]): Promise<void> {
  const rule = await createScreeningRepository(manager).ruleAt(new Date('2020-01-01'));
  // A merge names its target, which must be there first.
  const ordered = proposals.toSorted(
    (a, b) => Number(a.mergeIntoId !== undefined) - Number(b.mergeIntoId !== undefined),
  );
  const rows = ordered.map((proposal) => {
    const referredAt = instantOf(proposal, 'REFERRED');
    const complexity = proposal.isComplex ? 'COMPLEX' : 'SIMPLE';
    return proposalRow(proposal, referredAt && answerDue(rule, complexity, { now: referredAt, zone }));
  });
  await insertRows(manager, 'proposal', rows);
  await insertRows(manager, 'proposal_text', proposals.flatMap(textRows));
  await insertRows(manager, 'proposal_step', proposals.flatMap(stepRows));
  await insertRows(manager, 'proposal_seconder', proposals.flatMap(seconderRows));
  await insertRows(manager, 'proposal_screening', proposals.flatMap(screeningRows));
  await insertRows(manager, 'proposal_appeal', proposals.flatMap(appealRows));
  for (const [table, some] of supportRows(proposals)) await insertRows(manager, table, some);
  for (const [table, some] of updateRows(proposals)) await insertRows(manager, table, some);
  await openRolls(manager, proposals);
  await indexTexts(manager, proposals);
  await addJobs(manager, proposals.flatMap(jobsOf));
}

function proposalRow(proposal: DemoProposal, dueAt: Date | undefined): Row {
  return {
    id: proposal.id,
    author_id: proposal.authorId,
    author_named: proposal.authorNamed,
    status: proposal.status,
    needs_council: proposal.needsCouncil,
    text_number: proposal.texts.length,
    drafted_at: proposal.draftedAt,
    submitted_at: instantOf(proposal, 'SCREENING'),
    refused_by: instantOf(proposal, 'NOT_FILED') && 'another-officer',
    appealed_at: instantOf(proposal, 'APPEALED'),
    merge_into_id: proposal.mergeIntoId,
    decision: proposal.decision,
    version: proposal.steps.length,
    ...gatheringPart(proposal),
    ...departmentPart(proposal, dueAt),
    ...deliveryPart(proposal),
  };
}

function gatheringPart(proposal: DemoProposal): Row {
  const openedAt = instantOf(proposal, 'GATHERING');
  if (openedAt === undefined) return { opening: 0 };
  const closesAt = daysAfter(openedAt, 28);
  return {
    opening: 1,
    published_at: openedAt,
    opened_at: openedAt,
    closes_at: closesAt,
    constituency_size: proposal.constituencySize,
    threshold: proposal.threshold,
    rule_version: 1,
    revivable_at: proposal.status === 'LAPSED' ? monthsAfter(closesAt, 6) : null,
  };
}

function departmentPart(proposal: DemoProposal, dueAt: Date | undefined): Row {
  const referredAt = instantOf(proposal, 'REFERRED');
  const answeredAt = instantOf(proposal, 'ANSWERED');
  if (referredAt === undefined) return { answer_round: 0 };
  return {
    lead_department_id: proposal.departmentId,
    complexity: proposal.isComplex ? 'COMPLEX' : 'SIMPLE',
    referred_at: referredAt,
    due_at: dueAt,
    answer_round: answeredAt === undefined ? 0 : 1,
    rated_until: answeredAt && daysAfter(answeredAt, ratingDays),
  };
}

function deliveryPart(proposal: DemoProposal): Row {
  const deliveredAt = instantOf(proposal, 'DELIVERED');
  const isReopened = proposal.status === 'REOPENED';
  return {
    delivery_round: instantOf(proposal, 'IN_DELIVERY') === undefined ? 0 : 1,
    verified_until: deliveredAt && !isReopened ? daysAfter(deliveredAt, 14) : null,
    delivery_summary: deliveredAt && proposal.answer,
  };
}

function textRows({ id, texts }: DemoProposal): readonly Row[] {
  return texts.map(({ writtenAt, ...text }) => ({ proposal_id: id, ...text, written_at: writtenAt }));
}

function stepRows({ id, steps }: DemoProposal): readonly Row[] {
  return steps.map((step, index) => ({ proposal_id: id, position: index + 1, ...step }));
}

function seconderRows({ id, seconders, draftedAt }: DemoProposal): readonly Row[] {
  return seconders.map(({ memberId, hasAccepted }) => ({
    proposal_id: id,
    member_id: memberId,
    invited_at: draftedAt,
    accepted_at: hasAccepted ? draftedAt : null,
  }));
}

function screeningRows(proposal: DemoProposal): readonly Row[] {
  const { id } = proposal;
  const refusedAt = instantOf(proposal, 'NOT_FILED');
  const filedAt = instantOf(proposal, 'GATHERING');
  const base = { id, proposal_id: id, decided_by: 'another-officer' };
  if (refusedAt !== undefined)
    return [
      {
        ...base,
        decision: 'NOT_FILED',
        reason: 'OUTSIDE_POWER',
        note: 'Employers decide this, not the university.',
        decided_at: refusedAt,
      },
    ];
  return filedAt === undefined ? [] : [{ ...base, decision: 'FILED', note: '', decided_at: filedAt }];
}

function appealRows(proposal: DemoProposal): readonly Row[] {
  const at = instantOf(proposal, 'APPEALED');
  return at === undefined ? [] : [{ proposal_id: proposal.id, words: proposal.appeal ?? '', appealed_at: at }];
}

/** Who can still endorse what is open. */
async function openRolls(manager: EntityManager, proposals: readonly DemoProposal[]): Promise<void> {
  const support = createSupportRepository(manager);
  for (const { id, status } of proposals) {
    if (status === 'GATHERING') await support.openRoll(toId(id), 1, undefined);
  }
}

async function indexTexts(manager: EntityManager, proposals: readonly DemoProposal[]): Promise<void> {
  const matters = createMatterTextRepository(manager);
  for (const proposal of proposals) {
    const text = proposal.texts.at(-1);
    if (text !== undefined && instantOf(proposal, 'GATHERING') !== undefined)
      await matters.index({ kind: 'PROPOSAL', id: proposal.id }, text);
  }
}

function jobsOf(proposal: DemoProposal) {
  const { id, status } = proposal;
  const openedAt = instantOf(proposal, 'GATHERING');
  const deliveredAt = instantOf(proposal, 'DELIVERED');
  const job = (task: string, runAt: Date) => [{ task, payload: { proposalId: id }, runAt, key: `${task}:${id}:1` }];
  if (status === 'GATHERING' && openedAt !== undefined) return job(gatheringTask, daysAfter(openedAt, 28));
  return status === 'DELIVERED' && deliveredAt !== undefined ? job(verificationTask, daysAfter(deliveredAt, 14)) : [];
}
