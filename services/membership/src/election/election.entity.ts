import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Election } from './election.js';

/** The table `election`. */
export const ElectionEntity = new EntitySchema<Election>({
  name: 'Election',
  tableName: 'election',
  columns: {
    id: { type: 'uuid', primary: true },
    title: { type: 'text' },
    groupId: { type: 'uuid', nullable: true, transformer: absent },
    fillsId: { type: 'uuid', nullable: true, transformer: absent },
    status: { type: 'text' },
    resumesTo: { type: 'text', nullable: true, transformer: absent },
    statusReason: { type: 'text', nullable: true, transformer: absent },
    campaignRules: { type: 'text' },
    rulesVersion: { type: 'integer' },
    returningOfficer: { type: 'text' },
    secondTrustee: { type: 'text' },
    seed: { type: 'text' },
    seedCommitment: { type: 'text' },
    nominationsOpenAt: { type: 'timestamptz' },
    nominationsCloseAt: { type: 'timestamptz' },
    campaignOpensAt: { type: 'timestamptz' },
    votingOpensAt: { type: 'timestamptz' },
    votingClosesAt: { type: 'timestamptz' },
    mandatesStartAt: { type: 'timestamptz' },
    complaintsUntil: { type: 'timestamptz', nullable: true, transformer: absent },
    announcedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    declaredAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
