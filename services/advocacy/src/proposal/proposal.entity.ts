import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Proposal } from './proposal.js';

const instant = { type: 'timestamptz', nullable: true, transformer: absent } as const;
const reference = { type: 'uuid', nullable: true, transformer: absent } as const;
const word = { type: 'text', nullable: true, transformer: absent } as const;
const whole = { type: 'integer', nullable: true, transformer: absent } as const;

/** The table `proposal`. */
export const ProposalEntity = new EntitySchema<Proposal>({
  name: 'Proposal',
  tableName: 'proposal',
  columns: {
    id: { type: 'uuid', primary: true },
    authorId: reference,
    authorNamed: { type: 'boolean' },
    status: { type: 'text' },
    constituencyId: reference,
    needsCouncil: { type: 'boolean' },
    textNumber: { type: 'integer' },
    draftedAt: { type: 'timestamptz' },
    submittedAt: instant,
    refusedBy: word,
    appealedAt: instant,
    publishedAt: instant,
    openedAt: instant,
    closesAt: instant,
    opening: { type: 'integer' },
    constituencySize: whole,
    threshold: whole,
    ruleVersion: whole,
    revivableAt: instant,
    mergeIntoId: reference,
    leadDepartmentId: reference,
    complexity: word,
    referredAt: instant,
    dueAt: instant,
    answerRound: { type: 'integer' },
    decision: word,
    ratedUntil: instant,
    deliveryRound: { type: 'integer' },
    verifiedUntil: instant,
    deliverySummary: word,
    version: { type: 'integer' },
  },
});
