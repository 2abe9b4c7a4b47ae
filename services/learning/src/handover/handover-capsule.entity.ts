import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { HandoverCapsule } from './handover-capsule.js';

/** The table `handover_capsule`. */
export const HandoverCapsuleEntity = new EntitySchema<HandoverCapsule>({
  name: 'HandoverCapsule',
  tableName: 'handover_capsule',
  columns: {
    id: { type: 'uuid', primary: true },
    mandateId: { type: 'uuid' },
    predecessorId: { type: 'uuid', nullable: true, transformer: absent },
    electionId: { type: 'uuid' },
    positionId: { type: 'uuid', nullable: true, transformer: absent },
    kind: { type: 'text' },
    groupId: { type: 'uuid', nullable: true, transformer: absent },
    constituencyId: { type: 'uuid', nullable: true, transformer: absent },
    successorId: { type: 'uuid' },
    outgoingIds: { type: 'uuid', array: true },
    status: { type: 'text' },
    openedAt: { type: 'timestamptz' },
    startsAt: { type: 'timestamptz' },
    endsAt: { type: 'timestamptz' },
    dueAt: { type: 'timestamptz' },
    filledAt: { type: 'timestamptz', nullable: true, transformer: absent },
    shadowingAt: { type: 'timestamptz', nullable: true, transformer: absent },
    acceptedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    sealedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    forgottenAt: { type: 'timestamptz', nullable: true, transformer: absent },
    lateToldAt: { type: 'timestamptz', nullable: true, transformer: absent },
    rulesVersion: { type: 'integer' },
    version: { type: 'integer' },
  },
});
