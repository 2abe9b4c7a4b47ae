import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Mandate, Position } from './mandate.js';

/** The table `position`. */
export const PositionEntity = new EntitySchema<Position>({
  name: 'Position',
  tableName: 'position',
  columns: {
    id: { type: 'uuid', primary: true },
    groupId: { type: 'uuid', nullable: true, transformer: absent },
    title: { type: 'text' },
    kind: { type: 'text' },
    seats: { type: 'integer' },
    constituency: { type: 'text', nullable: true, transformer: absent },
    removedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});

/** The table `mandate`. */
export const MandateEntity = new EntitySchema<Mandate>({
  name: 'Mandate',
  tableName: 'mandate',
  columns: {
    id: { type: 'uuid', primary: true },
    positionId: { type: 'uuid' },
    memberId: { type: 'uuid' },
    seat: { type: 'integer' },
    startsAt: { type: 'timestamptz' },
    endsAt: { type: 'timestamptz' },
    endedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    conferredBy: { type: 'text' },
    version: { type: 'integer' },
  },
});
