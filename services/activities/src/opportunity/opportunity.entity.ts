import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Opportunity } from './opportunity.js';

/** The table `opportunity`. */
export const OpportunityEntity = new EntitySchema<Opportunity>({
  name: 'Opportunity',
  tableName: 'opportunity',
  columns: {
    id: { type: 'uuid', primary: true },
    hostId: { type: 'uuid' },
    title: { type: 'text' },
    summary: { type: 'text' },
    kind: { type: 'text' },
    place: { type: 'text' },
    skills: { type: 'text', array: true },
    languages: { type: 'text', array: true },
    access: { type: 'text', array: true },
    isAdultsOnly: { type: 'boolean' },
    asksHost: { type: 'boolean' },
    status: { type: 'text' },
    statusReason: { type: 'text', nullable: true, transformer: absent },
    draftedBy: { name: 'drafted_by_member_id', type: 'uuid' },
    vettedBy: { name: 'vetted_by_member_id', type: 'uuid', nullable: true, transformer: absent },
    vettedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    vettingChecks: { type: 'text', array: true },
    vettingNote: { type: 'text', nullable: true, transformer: absent },
    openedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
