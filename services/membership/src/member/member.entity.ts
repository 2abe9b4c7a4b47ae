import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Member } from './member.js';

/** The table `member`. */
export const MemberEntity = new EntitySchema<Member>({
  name: 'Member',
  tableName: 'member',
  columns: {
    id: { type: 'uuid', primary: true },
    subject: { type: 'text' },
    studentNumber: { type: 'text' },
    status: { type: 'text' },
    statusReason: { type: 'text', nullable: true, transformer: absent },
    statusUntil: { type: 'timestamptz', nullable: true, transformer: absent },
    displayName: { type: 'text' },
    pronouns: { type: 'text', nullable: true, transformer: absent },
    bio: { type: 'text', nullable: true, transformer: absent },
    faculty: { type: 'text' },
    programme: { type: 'text' },
    level: { type: 'text' },
    year: { type: 'integer' },
    interests: { type: 'text', array: true },
    skills: { type: 'text', array: true },
    languages: { type: 'text', array: true },
    audiences: { type: 'jsonb' },
    joinedAt: { type: 'timestamptz' },
    version: { type: 'integer' },
  },
});
