import { randomUUID } from 'node:crypto';
import type { DemoProposal } from '@guildhall/demo';
import type { Row } from '@guildhall/subgraph';
import { daysAfter } from '../src/proposal/proposal-rule.js';
import { instantOf } from './proposal-instants.js';

/** The rows of who supports demo proposals and what became of them, table by table in an order that references allow. */
export function supportRows(
  proposals: readonly DemoProposal[],
): readonly (readonly [table: string, rows: readonly Row[]])[] {
  return [
    ['proposal_roll', proposals.flatMap(rollRows)],
    ['endorsement', proposals.flatMap(endorsementRows)],
    ['proposal_department', proposals.flatMap(departmentRows)],
    ['proposal_answer_draft', proposals.flatMap(draftRows)],
    ['proposal_answer', proposals.flatMap(answerRows)],
    ['proposal_rating', proposals.flatMap(ratingRows)],
    ['proposal_milestone', proposals.flatMap(milestoneRows)],
    ['proposal_verdict', proposals.flatMap(verdictRows)],
  ];
}

function rollRows({ id, endorsers }: DemoProposal): readonly Row[] {
  return endorsers.map(({ memberId }) => ({ proposal_id: id, member_id: memberId, opening: 1 }));
}

function endorsementRows({ id, endorsers }: DemoProposal): readonly Row[] {
  return endorsers.map(({ memberId, textNumber, at }) => ({
    proposal_id: id,
    member_id: memberId,
    text_number: textNumber,
    endorsed_at: at,
    confirmed_at: at,
  }));
}

function departmentRows(proposal: DemoProposal): readonly Row[] {
  const isReferred = instantOf(proposal, 'REFERRED') !== undefined;
  return isReferred
    ? proposal.supportingIds.map((departmentId) => ({ proposal_id: proposal.id, department_id: departmentId }))
    : [];
}

function draftRows(proposal: DemoProposal): readonly Row[] {
  if (proposal.draft === undefined) return [];
  return [
    {
      proposal_id: proposal.id,
      department_id: proposal.departmentId,
      decision: 'ACCEPTED',
      text: proposal.draft,
      reason: '',
      who_decides: '',
      drafted_by: 'dana',
      drafted_at: instantOf(proposal, 'ACKNOWLEDGED'),
    },
  ];
}

function answerRows(proposal: DemoProposal): readonly Row[] {
  const { id, decision, departmentId, answer } = proposal;
  const at = instantOf(proposal, 'ANSWERED');
  if (at === undefined || decision === undefined) return [];
  const isWhole = decision === 'ACCEPTED' || decision === 'ALREADY_DONE';
  return [
    {
      proposal_id: id,
      round: 1,
      department_id: departmentId,
      decision,
      text: answer,
      reason: isWhole ? null : 'There is no money for all of it before the next budget.',
      who_decides: decision === 'DECLINED' ? 'The university council, with the budget in March' : null,
      answered_at: at,
    },
  ];
}

/** Ada, who is among the first endorsers, has not rated or verified yet: there is something for her to say. */
const speakers = ({ endorsers }: DemoProposal, count: number) => endorsers.slice(1, count + 1);

function ratingRows(proposal: DemoProposal): readonly Row[] {
  const { yes, no } = proposal.ratings;
  const at = instantOf(proposal, 'ANSWERED');
  return speakers(proposal, yes + no).map(({ memberId }, index) => ({
    proposal_id: proposal.id,
    round: 1,
    member_id: memberId,
    satisfied: index < yes,
    rated_at: at,
  }));
}

function milestoneRows(proposal: DemoProposal): readonly Row[] {
  const begun = instantOf(proposal, 'IN_DELIVERY');
  if (begun === undefined) return [];
  return proposal.milestones.map(({ title, dueInDays, isDone }, index) => ({
    id: randomUUID(),
    proposal_id: proposal.id,
    round: 1,
    position: index + 1,
    title,
    due_on: daysAfter(begun, dueInDays).toISOString().slice(0, 10),
    done_at: isDone ? daysAfter(begun, index) : null,
  }));
}

function verdictRows(proposal: DemoProposal): readonly Row[] {
  const { yes, no } = proposal.verdicts;
  const at = instantOf(proposal, 'DELIVERED');
  return speakers(proposal, yes + no).map(({ memberId }, index) => ({
    proposal_id: proposal.id,
    round: 1,
    member_id: memberId,
    works: index < yes,
    said_at: at,
  }));
}
