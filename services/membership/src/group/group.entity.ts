import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Group, GroupMembership } from './group.js';

/** The table `student_group`. */
export const GroupEntity = new EntitySchema<Group>({
  name: 'Group',
  tableName: 'student_group',
  columns: {
    id: { type: 'uuid', primary: true },
    name: { type: 'text' },
    kind: { type: 'text' },
    purpose: { type: 'text' },
    status: { type: 'text' },
    foundedAt: { type: 'timestamptz' },
    joinPolicy: { type: 'text' },
    parentId: { type: 'uuid', nullable: true, transformer: absent },
    dormantSince: { type: 'timestamptz', nullable: true, transformer: absent },
    dormantBecause: { type: 'text', nullable: true, transformer: absent },
    reaffiliationDueAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});

/** The table `group_membership`. */
export const GroupMembershipEntity = new EntitySchema<GroupMembership>({
  name: 'GroupMembership',
  tableName: 'group_membership',
  columns: {
    id: { type: 'uuid', primary: true },
    groupId: { type: 'uuid' },
    memberId: { type: 'uuid' },
    status: { type: 'text' },
    since: { type: 'timestamptz' },
    until: { type: 'timestamptz', nullable: true, transformer: absent },
    removalReason: { type: 'text', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
