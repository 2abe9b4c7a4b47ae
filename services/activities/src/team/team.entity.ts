import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { TeamPlace } from './team.js';

/** The table `team_place`. */
export const TeamPlaceEntity = new EntitySchema<TeamPlace>({
  name: 'TeamPlace',
  tableName: 'team_place',
  columns: {
    id: { type: 'uuid', primary: true },
    activityId: { type: 'uuid' },
    memberId: { type: 'uuid' },
    role: { type: 'text' },
    status: { type: 'text' },
    statusReason: { type: 'text', nullable: true, transformer: absent },
    askedAt: { type: 'timestamptz' },
    joinedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    endedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    ledAt: { type: 'timestamptz', nullable: true, transformer: absent },
    ledVoidedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    ledVoidReason: { type: 'text', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
