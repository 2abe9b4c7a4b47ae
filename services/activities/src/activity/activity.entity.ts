import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Activity } from './activity.js';

/** Who is on the team, read with the row and never written with it. */
const teamOf = (activity: string): string =>
  `select coalesce(jsonb_agg(jsonb_build_object('memberId', p.member_id, 'role', p.role) order by p.joined_at, p.id), '[]')
   from team_place p where p.activity_id = ${activity}.id and p.status = 'ON_TEAM'`;

/** The table `activity`. */
export const ActivityEntity = new EntitySchema<Activity>({
  name: 'Activity',
  tableName: 'activity',
  columns: {
    id: { type: 'uuid', primary: true },
    groupId: { type: 'uuid' },
    organiserId: { type: 'uuid' },
    team: { type: 'jsonb', virtualProperty: true, query: teamOf },
    title: { type: 'text' },
    summary: { type: 'text' },
    kind: { type: 'text' },
    status: { type: 'text' },
    statusReason: { type: 'text', nullable: true, transformer: absent },
    place: { type: 'text' },
    venueId: { type: 'uuid', nullable: true, transformer: absent },
    startsAt: { type: 'timestamptz' },
    endsAt: { type: 'timestamptz' },
    registrationOpensAt: { type: 'timestamptz' },
    registrationClosesAt: { type: 'timestamptz' },
    capacity: { type: 'integer', nullable: true, transformer: absent },
    facts: { type: 'jsonb' },
    riskTier: { type: 'integer' },
    rulesVersion: { type: 'integer' },
    publishedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    collectionOpensAt: { type: 'timestamptz', nullable: true, transformer: absent },
    collectionClosesAt: { type: 'timestamptz', nullable: true, transformer: absent },
    drawnAt: { type: 'timestamptz', nullable: true, transformer: absent },
    postponedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    report: { type: 'text', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
