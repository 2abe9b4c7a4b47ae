import { randomUUID } from 'node:crypto';
import { demoMembers, type DemoProposal, type DemoProposalStatus } from '@guildhall/demo';
import type { Row } from '@guildhall/subgraph';
import type { MatterChange } from '../src/update/update.js';

const changeOf: Partial<Record<DemoProposalStatus, MatterChange>> = {
  NOT_FILED: 'NOT_FILED',
  MERGED: 'MERGED',
  GATHERING: 'OPENED',
  QUALIFIED: 'QUALIFIED',
  LAPSED: 'LAPSED',
  REFERRED: 'REFERRED',
  ACKNOWLEDGED: 'ACKNOWLEDGED',
  ANSWERED: 'ANSWERED',
  RECONSIDERED: 'RECONSIDERED',
  IN_DELIVERY: 'DELIVERY_STARTED',
  DELIVERED: 'DELIVERED',
  REOPENED: 'REOPENED',
  CLOSED: 'CLOSED',
};

const personas = Object.values(demoMembers).map(({ memberId }) => memberId);

/** The news of demo proposals for the demo people, of which the last of each proposal is not read yet. */
export function updateRows(
  proposals: readonly DemoProposal[],
): readonly (readonly [table: string, rows: readonly Row[]])[] {
  const news = proposals.flatMap(newsOf);
  return [
    ['matter_change', news.map(({ change }) => change)],
    ['member_update', news.flatMap(({ told }) => told)],
  ];
}

function newsOf(proposal: DemoProposal): readonly { readonly change: Row; readonly told: readonly Row[] }[] {
  const concerned = personas.filter((id) => isConcerned(proposal, id));
  if (concerned.length === 0) return [];
  const asked = proposal.status === 'DRAFT' ? [{ change: 'SECONDING_ASKED' as const, at: proposal.draftedAt }] : [];
  const changes = proposal.steps.flatMap(({ status, at }) => {
    const change = changeOf[status];
    return change === undefined ? [] : [{ change, at }];
  });
  const rewritten = proposal.texts
    .slice(1)
    .map(({ writtenAt }) => ({ change: 'TEXT_CHANGED' as const, at: writtenAt }));
  const all = [...asked, ...changes, ...rewritten];
  return all.map(({ change, at }, index) => {
    const id = randomUUID();
    const isRead = index < all.length - 1;
    const to = change === 'SECONDING_ASKED' ? concerned.filter((memberId) => isAsked(proposal, memberId)) : concerned;
    return {
      change: {
        id,
        subject_kind: 'PROPOSAL',
        subject_id: proposal.id,
        change,
        source_id: `demo:${index}`,
        at,
        told_at: at,
      },
      told: to.map((memberId) => ({ member_id: memberId, change_id: id, at, read_at: isRead ? at : null })),
    };
  });
}

function isConcerned({ authorId, seconders, endorsers }: DemoProposal, id: string): boolean {
  return (
    authorId === id ||
    seconders.some(({ memberId }) => memberId === id) ||
    endorsers.some(({ memberId }) => memberId === id)
  );
}

const isAsked = ({ seconders }: DemoProposal, id: string): boolean =>
  seconders.some(({ memberId, hasAccepted }) => memberId === id && !hasAccepted);
